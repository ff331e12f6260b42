package dev.almanac.schemas.serde;

import com.microsoft.kiota.ApiException;
import dev.almanac.schemas.history.PortableSchema;
import dev.almanac.schemas.topic.Topic;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeImpl;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.models.CreateRule;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import io.apicurio.registry.rest.client.models.RuleType;
import io.apicurio.registry.types.ArtifactType;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Registers the schemas of topics' values under the subjects that {@link AvroSerdes} looks them up by. */
public final class SchemaRegistrar {
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final String FIND_OR_CREATE_VERSION = "FIND_OR_CREATE_VERSION";
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final RegistryClientFacade registry;
    private final RegistryClient client;

    public SchemaRegistrar(RegistrySettings settings) {
        client = RegistryConnection.open(settings);
        registry = new RegistryClientFacadeImpl(client);
    }

    /**
     * Registers what the topic carries, as the newest version of each subject where the registry has it not yet, and
     * lets the registry hold the rule on compatibility from then on.
     *
     * @throws SchemaRefusedException where the registry doesn't take a schema, as one that breaks readers or writers
     * @throws RegistryUnavailableException where it doesn't answer; registering may be repeated
     */
    public void register(Topic topic) {
        try {
            topic.values().stream()
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(type -> register(topic.name() + '-' + type.getSimpleName(), type));
        } catch (RuntimeException e) {
            if (unanswered(e)) {
                throw new RegistryUnavailableException(
                        "The schema registry did not register the schemas of " + topic.name(), e);
            }
            throw e;
        }
    }

    private static boolean unanswered(RuntimeException failure) {
        return failure instanceof ApiException answer
                ? answer.getResponseStatusCode() >= SERVER_ERROR
                : Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    private void register(String subject, Class<? extends SpecificRecord> type) {
        try {
            registry.createSchema(
                    ArtifactType.AVRO,
                    AvroSerdes.GROUP,
                    subject,
                    null,
                    FIND_OR_CREATE_VERSION,
                    false,
                    PortableSchema.of(type).toString(),
                    Set.of());
        } catch (ProblemDetails e) {
            if (e.getResponseStatusCode() == BAD_REQUEST) {
                throw new SchemaRefusedException(subject, e.getTitle(), e);
            }
            throw e;
        }
        requireCompatibility(subject);
    }

    private void requireCompatibility(String subject) {
        CreateRule rule = new CreateRule();
        rule.setRuleType(RuleType.COMPATIBILITY);
        rule.setConfig(COMPATIBILITY);
        try {
            client.groups()
                    .byGroupId(AvroSerdes.GROUP)
                    .artifacts()
                    .byArtifactId(subject)
                    .rules()
                    .post(rule);
        } catch (ProblemDetails e) {
            if (e.getResponseStatusCode() != CONFLICT) {
                throw e;
            }
            // The subject has the rule already.
        }
    }
}
