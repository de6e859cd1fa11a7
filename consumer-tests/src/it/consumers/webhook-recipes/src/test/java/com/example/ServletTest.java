package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.inboxport.event.InboxEvents;
import io.inboxport.inmemory.SentWebhook;
import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

class ServletTest {
  private final WebhookDesk desk = new WebhookDesk();

  // recipe: servlet
  /** Endpoint of any servlet container. */
  public static class WebhookServlet extends HttpServlet {
    private final transient WebhookReceiver receiver;
    private final transient InboxEvents events;

    public WebhookServlet(WebhookReceiver receiver, InboxEvents events) {
      this.receiver = receiver;
      this.events = events;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var body = request.getInputStream().readNBytes(WebhookReceiver.LARGEST_BODY + 1);
      var result = receiver.receive(body, request::getHeader);
      if (result instanceof WebhookResult.Accepted accepted) {
        events.heard(accepted.event().conversations());
      }
      response.setStatus(result.httpStatus());
    }
  }

  // end

  // recipe: spring
  /** Endpoint of Spring MVC. The body is a byte[], so that nothing parses it first. */
  @RestController
  public static class WebhookController {
    private final WebhookReceiver receiver;
    private final InboxEvents events;

    public WebhookController(WebhookReceiver receiver, InboxEvents events) {
      this.receiver = receiver;
      this.events = events;
    }

    @PostMapping("/hook")
    public ResponseEntity<Void> hook(@RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
      var result = receiver.receive(body, headers::getFirst);
      if (result instanceof WebhookResult.Accepted accepted) {
        events.heard(accepted.event().conversations());
      }
      return ResponseEntity.status(result.httpStatus()).build();
    }
  }

  // end

  private int servlet(SentWebhook webhook, String signature) throws Exception {
    var request = new MockHttpServletRequest("POST", "/hook");
    request.setContent(webhook.body());
    request.addHeader("x-oktopost-secret", signature);
    var response = new MockHttpServletResponse();
    new WebhookServlet(WebhookReceiver.of(WebhookDesk.SECRET), desk.events)
        .service(request, response);
    return response.getStatus();
  }

  private int spring(SentWebhook webhook, String signature) throws Exception {
    var controller = new WebhookController(WebhookReceiver.of(WebhookDesk.SECRET), desk.events);
    return MockMvcBuilders.standaloneSetup(controller)
        .build()
        .perform(
            post("/hook")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-OKTOPOST-SIGNATURE", signature)
                .content(webhook.body()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void a_servlet_hears_a_webhook_and_refuses_a_stranger() throws Exception {
    var webhook = desk.webhook();

    assertEquals(401, servlet(webhook, "0".repeat(40)));
    assertEquals(0, desk.heard());
    assertEquals(200, servlet(webhook, webhook.signature()));
    assertEquals(1, desk.heard());
  }

  @Test
  void spring_hears_a_webhook_and_refuses_a_stranger() throws Exception {
    var webhook = desk.webhook();

    assertEquals(401, spring(webhook, "0".repeat(40)));
    assertEquals(0, desk.heard());
    assertEquals(200, spring(webhook, webhook.signature()));
    assertEquals(1, desk.heard());
  }
}
