package dev.almanac.api.read;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jooq.Configuration;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs statements against the read model. Each sees one snapshot. */
@Component
public class ReadModel {
    private static final Logger log = LoggerFactory.getLogger(ReadModel.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Configuration configuration;
    private final ReadSettings settings;

    ReadModel(ConnectionFactory connections, ReadSettings settings) {
        this.configuration = DSL.using(connections, SQLDialect.POSTGRES).configuration();
        this.settings = settings;
    }

    /**
     * The rows that a statement selects. Where the database does not answer in time the problem is
     * {@link ProblemType#UNAVAILABLE}.
     *
     * @param statement limited to a number of rows that fits into memory
     */
    public <R extends Record> Mono<List<R>> rows(Select<R> statement) {
        statement.attach(configuration);
        return Flux.from(statement)
                .collectList()
                .timeout(settings.timeout())
                .onErrorMap(ReadModel::isOutage, ReadModel::unavailable);
    }

    private static boolean isOutage(Throwable error) {
        return error instanceof TimeoutException
                || error instanceof R2dbcException
                || error instanceof DataAccessException;
    }

    private static Throwable unavailable(Throwable cause) {
        log.warn("The read model can't be read", cause);
        return Problem.temporary(ProblemType.UNAVAILABLE, "The read model does not answer at the moment", RETRY_AFTER)
                .exception();
    }
}
