package dev.almanac.schemas.serde;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A registry for tests of what lies around it; what it shows of the wire format is the serde's doing, not a registry's.
 * It counts what it is asked.
 */
public final class InMemoryRegistry implements RegistryClientFacade {
    private static final int NOT_FOUND = 404;

    private final List<String> contents = new ArrayList<>();
    private int requests;

    /** Serdes that register what they are given with a registry of their own. */
    public static AvroSerdes serdes() {
        return new InMemoryRegistry().newSerdes();
    }

    /** Serdes that share this registry. */
    public AvroSerdes newSerdes() {
        return new AvroSerdes(new RegistrySettings(URI.create("http://in-memory.invalid"), true), this);
    }

    public synchronized int requests() {
        return requests;
    }

    @Override
    public synchronized RegistryVersionCoordinates createSchema(
            String artifactType,
            String groupId,
            String artifactId,
            String version,
            String autoCreateBehavior,
            boolean canonical,
            String schema,
            Set<RegistryArtifactReference> references) {
        requests++;
        if (!contents.contains(schema)) {
            contents.add(schema);
        }
        long id = contents.indexOf(schema) + 1L;
        return RegistryVersionCoordinates.create(id, id, groupId, artifactId, "1");
    }

    @Override
    public synchronized String getSchemaByContentId(Long contentId) {
        requests++;
        if (contentId < 1 || contentId > contents.size()) {
            throw new UnknownContent(contentId);
        }
        return contents.get((int) (contentId - 1));
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentId(long contentId) {
        return List.of();
    }

    @Override
    public List<RegistryVersionCoordinates> searchVersionsByContent(
            String schema, String artifactType, ArtifactReference reference, boolean canonical) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getSchemaByGlobalId(long globalId, boolean dereferenced) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getSchemaByGAV(String groupId, String artifactId, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getSchemaByContentHash(String contentHash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGlobalId(long globalId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGAV(String groupId, String artifactId, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentHash(String contentHash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RegistryVersionCoordinates getVersionCoordinatesByGAV(String groupId, String artifactId, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getClient() {
        throw new UnsupportedOperationException();
    }

    private static final class UnknownContent extends ApiException {
        UnknownContent(long contentId) {
            super("No content " + contentId);
            setResponseStatusCode(NOT_FOUND);
        }
    }
}
