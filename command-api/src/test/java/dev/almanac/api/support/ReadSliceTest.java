package dev.almanac.api.support;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the {@link ReadSlice}, over HTTP, by one user with a workspace that is not projected yet. */
@SpringBootTest(classes = ReadSlice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ReadSliceTest {
    @LocalServerPort
    private int port;

    protected ApiClient ada = new ApiClient(0, "ada");
    protected TestWorkspace home = TestWorkspace.of(ada.userId());

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        ReadSlice.addresses(registry);
    }

    @BeforeEach
    void connect() {
        ada = client("ada");
    }

    protected ApiClient client(String user) {
        return new ApiClient(port, user);
    }
}
