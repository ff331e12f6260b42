package dev.almanac.api.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.contract.Contract;
import dev.almanac.api.support.ContractChecks;
import dev.almanac.api.support.Facts;
import dev.almanac.api.support.ReadSlice;
import dev.almanac.api.support.TestIssuer;
import dev.almanac.api.support.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever is asked, and however: the answer is one that the contract tells, and is never a defect. */
class AnyReadTest {
    /** But the stream, which has no end. */
    private static final RandomRequests READS = new RandomRequests(
            Contract.json(),
            Facts.ADA,
            call -> call.method().equals("get") && !call.path().endsWith("/stream"));

    private static final ConfigurableApplicationContext SLICE = start();
    private static final int PORT = SLICE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    private static final String TOKEN = TestIssuer.shared().token("ada");

    private static ConfigurableApplicationContext start() {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--almanac.rate-limit.per-second=1000000",
                "--almanac.rate-limit.burst=1000000",
                // Most seqs that are made up are never reached.
                "--almanac.sync.max-wait=20ms"));
        ReadSlice.addresses((name, value) -> settings.add("--" + name + "=" + value.get()));
        var home = TestWorkspace.of(Facts.ADA);
        home.task("One");
        home.task("Another");
        home.project();
        return new SpringApplicationBuilder(ReadSlice.class).run(settings.toArray(String[]::new));
    }

    @AfterContainer
    static void stop() {
        SLICE.close();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void isAnsweredAsTheContractTells(@ForAll("requests") RandomRequest request) {
        var response = request.send(PORT, TOKEN);
        ContractChecks.check(response, response.body());
        // A seq that is not reached, and the topology, which is not there.
        assertThat(response.statusCode())
                .satisfiesAnyOf(
                        status -> assertThat(status).isLessThan(500),
                        status -> assertThat(status).isEqualTo(503));
    }

    @Provide
    Arbitrary<RandomRequest> requests() {
        return Arbitraries.randomValue(READS::next);
    }
}
