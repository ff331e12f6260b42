package dev.almanac.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.almanac.api.problem.ProblemType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as a document by itself. */
class ContractTest {
    private static final String META_SCHEMA = "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}";
    private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(Contract.json());

    @Test
    void itIsAnOpenApiDocument() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed =
                new OpenAPIV3Parser().readContents(new String(Contract.json(), StandardCharsets.UTF_8), null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.1");
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(DOCUMENT.get("paths"));
    }

    @Test
    void itsSchemasAreJsonSchemas() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(META_SCHEMA);
        assertThat(schemas(DOCUMENT))
                .hasSizeGreaterThan(50)
                .allSatisfy(schema -> assertThat(metaSchema.validate(schema))
                        .as(schema.toString())
                        .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void nothingIsDescribedThatNobodyUses() {
        var references = Set.copyOf(DOCUMENT.findValuesAsString("$ref"));
        DOCUMENT.get("components")
                .properties()
                .forEach(kind -> kind.getValue().propertyNames().forEach(name -> {
                    var reference = "#/components/" + kind.getKey() + "/" + name;
                    assertThat(references.contains(reference) || kind.getKey().equals("securitySchemes"))
                            .as(reference)
                            .isTrue();
                }));
    }

    @Test
    void everyCallHasAnIdOfItsOwnAndATagThatIsExplained() {
        var ids = DOCUMENT.get("paths").findValuesAsString("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSize((int) operations().count());
        var tags = new TreeSet<>(DOCUMENT.get("tags").findValuesAsString("name"));
        assertThat(operations().map(operation -> operation.get("tags").get(0).asString()))
                .isNotEmpty()
                .allMatch(tags::contains);
    }

    /** But those that no call has as its answer: of a method that is none, and of an operation within a batch. */
    @Test
    void everyTypeOfProblemIsDescribedAndNoOther() {
        var described = new TreeSet<String>();
        DOCUMENT.get("components")
                .get("responses")
                .forEach(response -> response.path("content")
                        .path("application/problem+json")
                        .path("schema")
                        .path("properties")
                        .path("type")
                        .forEach(type -> {
                            if (type.isArray()) {
                                type.forEach(each -> described.add(each.asString()));
                            } else {
                                described.add(type.asString());
                            }
                        }));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .filter(type -> type != ProblemType.NOT_ATTEMPTED && type != ProblemType.METHOD_NOT_ALLOWED)
                        .map(type -> type.uri().toString())
                        .toList());
    }

    private static Stream<JsonNode> operations() {
        return DOCUMENT.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(member -> member.has("responses"));
    }

    private static List<JsonNode> schemas(JsonNode node) {
        var schemas = new ArrayList<JsonNode>(node.findValues("schema"));
        node.get("components").get("schemas").forEach(schemas::add);
        return schemas;
    }
}
