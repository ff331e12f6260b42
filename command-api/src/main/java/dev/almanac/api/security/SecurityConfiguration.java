package dev.almanac.api.security;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemResponse;
import dev.almanac.api.problem.ProblemType;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/**
 * Everything under {@code /api} needs a token, but calendars, whose addresses are secret themselves; what the page is made of,
 * the contract and the probes are public.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String API = "/api/**";
    private static final String CALENDAR = "/api/v1/workspaces/*/calendar.ics";

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            TokenAuthentication tokens,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") URI issuer) {
        var refuse = unauthorized();
        return http.authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET, CALENDAR)
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, CALENDAR)
                        .permitAll()
                        .pathMatchers(API)
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.authenticationManager(tokens))
                        .authenticationEntryPoint(refuse)
                        .authenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(refuse)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                // A bearer token is sent by code, never by the browser of itself, so there is nothing to forge, and no
                // session to keep.
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(ContentSecurityPolicy.of(issuer)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicy(
                                permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(
                                resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderNames(AllowedCharacters::inName);
        firewall.setAllowedHeaderValues(AllowedCharacters::inValue);
        return firewall;
    }

    /** A request is observed as one thing: each filter by itself would cost more than what it does. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall takes for an attack, such as an encoded NUL, slash or line break in the path. */
    @Bean
    ServerExchangeRejectedHandler refuseAttacks() {
        return (exchange, _) -> ProblemResponse.write(
                Problem.of(ProblemType.MALFORMED, "The address or a header has characters that are not allowed there"),
                exchange);
    }

    private static ServerAuthenticationEntryPoint unauthorized() {
        return (exchange, refused) -> {
            var headers = exchange.getResponse().getHeaders();
            var given = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
            headers.set(HttpHeaders.WWW_AUTHENTICATE, given ? "Bearer error=\"invalid_token\"" : "Bearer");
            var detail = given ? "The token is expired, malformed or not meant for Almanac" : "No token was sent";
            return ProblemResponse.write(Problem.of(ProblemType.UNAUTHORIZED, detail), exchange);
        };
    }
}
