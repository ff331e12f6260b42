package dev.almanac.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ReadSliceTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The contract has every route that there is, and no other. */
class RoutesTest extends ReadSliceTest {
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void theContractHasEveryRouteAndNoOther() {
        var described = JsonMapper.shared().readTree(Contract.json()).get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .filter(member -> !member.equals("parameters"))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + anonymous(path.getKey())))
                .toList();
        var mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(route -> routes(route).stream())
                .toList();
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(described);
    }

    private static List<String> routes(RequestMappingInfo route) {
        return route.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> route.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + anonymous(pattern.getPatternString())))
                .toList();
    }

    /** What a variable is called is nobody's business. */
    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
