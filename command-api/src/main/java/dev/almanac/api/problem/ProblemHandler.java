package dev.almanac.api.problem;

import dev.almanac.api.trace.RequestId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** The one place where whatever goes wrong in a request, here or in the framework, becomes an answer. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration ISSUER_RETRY = Duration.ofSeconds(5);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Mono.error(error);
        }
        return switch (error) {
            case ProblemException refused -> ProblemResponse.write(refused.problem(), exchange);
            case ErrorResponse framework -> {
                copyHeaders(framework.getHeaders(), exchange);
                yield ProblemResponse.write(ofFramework(framework, error), exchange);
            }
            case AuthenticationServiceException _ -> {
                log.warn("The token could not be checked", error);
                yield ProblemResponse.write(
                        Problem.temporary(
                                ProblemType.UNAVAILABLE, "The token could not be checked at the moment", ISSUER_RETRY),
                        exchange);
            }
            default -> {
                log.error(
                        "Request {} failed: {} {}",
                        RequestId.of(exchange),
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath(),
                        error);
                yield ProblemResponse.write(
                        Problem.of(ProblemType.INTERNAL, "The request failed; it is safe to ask for the state again"),
                        exchange);
            }
        };
    }

    private static void copyHeaders(HttpHeaders from, ServerWebExchange exchange) {
        from.forEach((name, values) -> exchange.getResponse().getHeaders().put(name, values));
    }

    private static Problem ofFramework(ErrorResponse response, Throwable error) {
        var status = response.getStatusCode();
        if (status.is5xxServerError()) {
            log.error("The framework failed", error);
            return Problem.of(ProblemType.INTERNAL, "The request failed");
        }
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> Problem.of(ProblemType.NOT_FOUND, "Nothing is at this address");
            case METHOD_NOT_ALLOWED -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "See the Allow header");
            case NOT_ACCEPTABLE -> Problem.of(ProblemType.NOT_ACCEPTABLE, "See the Accept header of this response");
            case CONTENT_TOO_LARGE -> Problem.of(ProblemType.TOO_LARGE, "A request's body has at most 256 KiB");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "See the Accept header of this response");
            case null, default -> Problem.of(ProblemType.MALFORMED, inputDetail(error));
        };
    }

    private static String inputDetail(Throwable error) {
        if (error instanceof ServerWebInputException input) {
            var parameter = input.getMethodParameter();
            if (parameter != null && parameter.getParameterName() != null) {
                return "%s: %s was expected"
                        .formatted(
                                parameter.getParameterName(),
                                parameter.getParameterType().getSimpleName());
            }
        }
        return "The request could not be read";
    }
}
