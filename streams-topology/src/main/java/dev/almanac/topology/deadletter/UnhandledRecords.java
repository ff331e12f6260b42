package dev.almanac.topology.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records that can't be handled to the dead-letter topic. Only {@link UnhandledRecordException} says that;
 * after any other the stores may hold half of what the record caused, so the transaction must not be committed.
 */
public final class UnhandledRecords implements ProcessingExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(UnhandledRecords.class);

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof UnhandledRecordException)) {
            return Response.fail();
        }
        log.error(
                "Dead letter, unhandled: {}-{} offset {} in {}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.processorNodeId(),
                exception);
        Throwable error = exception.getCause() == null ? exception : exception.getCause();
        return Response.resume(List.of(DeadLetters.of(context, error)));
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
