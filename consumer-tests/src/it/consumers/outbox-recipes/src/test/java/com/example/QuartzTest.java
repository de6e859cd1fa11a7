package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

class QuartzTest {
  // recipe: quartz
  /** Job that sends what is planned, and looks up what is in doubt. */
  @DisallowConcurrentExecution
  public static class OutboxJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      var outbox = (Outbox) context.getMergedJobDataMap().get("outbox");
      outbox.drain(100);
      outbox.recover(100);
    }
  }

  // end

  @Test
  void a_scheduler_drives_the_outbox() throws Exception {
    var twin = InMemoryInboxGateway.create();
    ConversationId id = twin.receive(InboundItem.post());
    twin.customerSays(id, "Where is my parcel?");
    // The answer to the first one gets lost: only a look tells that it was sent.
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    var done = new CountDownLatch(2);
    var outbox =
        Outbox.over(twin, new InMemoryOutboxStore(twin.clock()))
            .settlingFor(Duration.ZERO)
            .listener(
                (entry, result) -> {
                  if (result.isInEffect()) {
                    done.countDown();
                  }
                })
            .build();
    outbox.plan(OutboxKey.of("1"), new InboxWrite.Reply(id, ReplyDraft.of("One.")));
    outbox.plan(OutboxKey.of("2"), new InboxWrite.Reply(id, ReplyDraft.of("Two.")));
    var quartz = StdSchedulerFactory.getDefaultScheduler();
    var job = JobBuilder.newJob(OutboxJob.class).build();
    job.getJobDataMap().put("outbox", outbox);

    quartz.scheduleJob(
        job,
        TriggerBuilder.newTrigger()
            .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever())
            .build());
    quartz.start();

    assertTrue(done.await(30, TimeUnit.SECONDS));
    quartz.shutdown(true);
    assertEquals(2, twin.replies(id).size());
  }
}
