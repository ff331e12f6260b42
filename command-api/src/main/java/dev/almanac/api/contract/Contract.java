package dev.almanac.api.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract: an OpenAPI document. It is written as files in {@code openapi/}, one for each part of the API with the
 * paths and schemas of that part, which are read as if they were one.
 */
public final class Contract {
    private static final String FILES = "classpath*:openapi/*.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private Contract() {}

    /**
     * The whole document as JSON in UTF-8.
     *
     * @throws IllegalStateException where two files say something about the same place
     */
    public static byte[] json() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            var document = YAML.createObjectNode();
            for (var file : files) {
                merge(document, part(file), "");
            }
            return JsonMapper.shared().writeValueAsBytes(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode part(Resource file) throws IOException {
        try (InputStream text = file.getInputStream()) {
            return (ObjectNode) YAML.readTree(text);
        }
    }

    private static void merge(ObjectNode into, ObjectNode part, String place) {
        part.properties().forEach(member -> {
            var here = place + "/" + member.getKey();
            var present = into.get(member.getKey());
            if (present == null) {
                into.set(member.getKey(), member.getValue());
            } else if (present instanceof ObjectNode there && member.getValue() instanceof ObjectNode more) {
                merge(there, more, here);
            } else {
                throw new IllegalStateException("The contract says " + here + " twice");
            }
        });
    }
}
