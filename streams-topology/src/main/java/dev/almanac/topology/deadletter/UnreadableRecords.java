package dev.almanac.topology.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends records that can't be read to the dead-letter topic. */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(UnreadableRecords.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Faults.ofInfrastructure(exception)) {
            return Response.fail();
        }
        log.error(
                "Dead letter, unreadable: {}-{} offset {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception);
        return Response.resume(List.of(DeadLetters.of(context, exception)));
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
