package dev.almanac.api.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.contract.Contract;
import dev.almanac.api.support.ContractChecks;
import dev.almanac.api.support.Facts;
import dev.almanac.api.support.ScriptedTopology;
import dev.almanac.api.support.Slice;
import dev.almanac.api.support.TestIssuer;
import java.net.http.HttpResponse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever is sent to a call that changes something: the answer is one that the contract tells, and is never a defect. */
class AnyWriteTest {
    /** What is wrong with a file no schema of the contract tells; see AnyFileTest. */
    private static final String IMPORT = "/import";

    /** A POST that changes nothing, and needs a topology to reckon. */
    private static final String PREVIEWS = "/api/v1/recurrence-previews";

    private static final RandomRequests WRITES = new RandomRequests(
            Contract.json(),
            Facts.WORKSPACE,
            call -> !call.method().equals("get")
                    && !call.path().equals(PREVIEWS)
                    && !call.path().endsWith(IMPORT));
    private static final ConfigurableApplicationContext SLICE = Slice.start();
    private static final int PORT = SLICE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    private static final String TOKEN = TestIssuer.shared().token("ada");

    @AfterContainer
    static void stop() {
        SLICE.close();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void isAnsweredAsTheContractTells(@ForAll("requests") RandomRequest request) {
        var topology = SLICE.getBean(ScriptedTopology.class);
        topology.agree();
        HttpResponse<byte[]> response = request.send(PORT, TOKEN);

        ContractChecks.check(response, response.body());
        assertThat(response.statusCode()).isLessThan(500);
        if (response.statusCode() < 300) {
            assertThat(ContractChecks.conformance()
                            .requestFaults(request.method(), response.uri().getRawPath(), request.body()))
                    .as("what is wrong with a body that was taken")
                    .isEmpty();
        } else {
            assertThat(topology.sentNone()).as("nothing was changed").isTrue();
        }
    }

    @Provide
    Arbitrary<RandomRequest> requests() {
        return Arbitraries.randomValue(WRITES::next);
    }
}
