package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.inmemory.OpenQuestion;
import io.inboxport.inmemory.ServerBehavior;
import io.inboxport.inmemory.ServerBehavior.LengthUnit;
import io.inboxport.inmemory.ServerBehavior.ListOrder;
import io.inboxport.inmemory.ServerBehavior.TagClearing;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.inmemory.ServerBehavior.UnknownCursor;
import io.inboxport.testkit.sandbox.Dialect.EmptyPageForm;
import io.inboxport.testkit.sandbox.Dialect.ErrorShape;
import io.inboxport.testkit.sandbox.Dialect.ItemTypeSpelling;
import io.inboxport.testkit.sandbox.Dialect.JsonWriter;
import io.inboxport.testkit.sandbox.Dialect.ListForm;
import io.inboxport.testkit.sandbox.Dialect.NoAssignee;
import io.inboxport.testkit.sandbox.Dialect.NumberForm;
import io.inboxport.testkit.sandbox.Dialect.ReferenceForm;
import io.inboxport.testkit.sandbox.Dialect.TimestampForm;
import io.inboxport.testkit.sandbox.Dialect.WarningForm;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Admin: clock, dialect, limits, and what the vendor leaves open. What GET answers, POST takes; a
 * key that is left out stays as it is.
 */
final class AdminSettings {
  private enum Preset {
    DOCUMENTED,
    NONE
  }

  private enum DialectPreset {
    DOCUMENTED,
    PHP
  }

  private AdminSettings() {}

  static void actions(SandboxState state, AdminActions admin) {
    setting(admin, "clock", () -> clock(state), input -> moveClock(state, input));
    setting(
        admin,
        "dialect",
        () -> dialect(state.dialect()),
        input -> state.speak(dialect(state.dialect(), input)));
    setting(
        admin,
        "limits",
        () -> limits(state.limits()),
        input -> state.limit(limits(state.limits(), input)));
    setting(
        admin,
        "behavior",
        () -> behavior(state.twin().behavior()),
        input -> state.twin().behave(behavior(state.twin().behavior(), input)));
  }

  private interface Change {
    void with(AdminInput input) throws RequestRefusal;
  }

  private static void setting(
      AdminActions admin, String path, Supplier<ObjectNode> now, Change change) {
    admin.on(
        "GET",
        path,
        input -> {
          input.end();
          return now.get();
        });
    admin.on(
        "POST",
        path,
        input -> {
          change.with(input);
          return now.get();
        });
  }

  private static ObjectNode clock(SandboxState state) {
    return SandboxJson.object().put("now", state.clock().instant().toString());
  }

  private static void moveClock(SandboxState state, AdminInput input) throws RequestRefusal {
    var now = input.instant("now");
    var advance = input.duration("advance");
    input.end();
    if ((now == null) == (advance == null)) {
      throw new RequestRefusal(400, "Give either \"now\" or \"advance\".");
    }
    if (now != null) {
      state.clock().set(now);
    } else {
      state.clock().advance(Objects.requireNonNull(advance));
    }
  }

  private static ObjectNode dialect(Dialect dialect) {
    return SandboxJson.object()
        .put("errors", AdminInput.name(dialect.errors()))
        .put("itemTypes", AdminInput.name(dialect.itemTypes()))
        .put("timestamps", AdminInput.name(dialect.timestamps()))
        .put("noAssignee", AdminInput.name(dialect.noAssignee()))
        .put("json", AdminInput.name(dialect.json()))
        .put("emptyPages", AdminInput.name(dialect.emptyPages()))
        .put("numbers", AdminInput.name(dialect.numbers()))
        .put("lists", AdminInput.name(dialect.lists()))
        .put("references", AdminInput.name(dialect.references()))
        .put("warnings", AdminInput.name(dialect.warnings()));
  }

  private static Dialect dialect(Dialect dialect, AdminInput input) throws RequestRefusal {
    var preset = input.oneOf("preset", DialectPreset.class);
    var errors = input.oneOf("errors", ErrorShape.class);
    var itemTypes = input.oneOf("itemTypes", ItemTypeSpelling.class);
    var timestamps = input.oneOf("timestamps", TimestampForm.class);
    var noAssignee = input.oneOf("noAssignee", NoAssignee.class);
    var json = input.oneOf("json", JsonWriter.class);
    var emptyPages = input.oneOf("emptyPages", EmptyPageForm.class);
    var numbers = input.oneOf("numbers", NumberForm.class);
    var lists = input.oneOf("lists", ListForm.class);
    var references = input.oneOf("references", ReferenceForm.class);
    var warnings = input.oneOf("warnings", WarningForm.class);
    input.end();
    var next = (preset == null ? dialect : preset(preset)).toBuilder();
    next = errors == null ? next : next.errors(errors);
    next = itemTypes == null ? next : next.itemTypes(itemTypes);
    next = timestamps == null ? next : next.timestamps(timestamps);
    next = noAssignee == null ? next : next.noAssignee(noAssignee);
    next = json == null ? next : next.json(json);
    next = emptyPages == null ? next : next.emptyPages(emptyPages);
    next = numbers == null ? next : next.numbers(numbers);
    next = lists == null ? next : next.lists(lists);
    next = references == null ? next : next.references(references);
    next = warnings == null ? next : next.warnings(warnings);
    return next.build();
  }

  private static Dialect preset(DialectPreset preset) {
    return switch (preset) {
      case DOCUMENTED -> Dialect.documented();
      case PHP -> Dialect.php();
    };
  }

  private static ObjectNode limits(CallLimits limits) {
    var json = SandboxJson.object();
    var windows = json.putArray("windows");
    for (var window : limits.windows()) {
      windows.addObject().put("calls", window.calls()).put("within", window.span().toString());
    }
    return json.put("perDay", limits.perDay())
        .put("block", limits.block().toString())
        .put("prolongedByCalls", limits.isProlongedByCalls())
        .put("retryAfter", limits.tellsRetryAfter());
  }

  private static CallLimits limits(CallLimits limits, AdminInput input) throws RequestRefusal {
    var preset = input.oneOf("preset", Preset.class);
    var windows = input.objects("windows");
    var perDay = input.number("perDay");
    var block = input.duration("block");
    var prolonged = input.flag("prolongedByCalls");
    var retryAfter = input.flag("retryAfter");
    input.end();
    var next = (preset == null ? limits : preset(preset)).toBuilder();
    if (windows != null) {
      next = next.withoutWindows();
      for (var window : windows) {
        var calls = window.number("calls");
        var within = window.duration("within");
        window.end();
        next = next.within(calls == null ? 0 : calls, within == null ? Duration.ZERO : within);
      }
    }
    next = perDay == null ? next : next.perDay(perDay);
    next = block == null ? next : next.blocking(block);
    next = prolonged == null ? next : next.prolongedByCalls(prolonged);
    next = retryAfter == null ? next : next.tellingRetryAfter(retryAfter);
    return next.build();
  }

  private static CallLimits preset(Preset preset) {
    return switch (preset) {
      case NONE -> CallLimits.none();
      case DOCUMENTED -> CallLimits.documented();
    };
  }

  private static ObjectNode behavior(ServerBehavior behavior) {
    var json = SandboxJson.object();
    for (var question : OpenQuestion.values()) {
      json.put(AdminInput.name(question), behavior.accepts(question));
    }
    return json.put("lengthUnit", AdminInput.name(behavior.lengthUnit()))
        .put("tagNames", AdminInput.name(behavior.tagNames()))
        .put("tagClearing", AdminInput.name(behavior.tagClearing()))
        .put("listOrder", AdminInput.name(behavior.listOrder()))
        .put("unknownCursor", AdminInput.name(behavior.unknownCursor()))
        .put("listStandard", behavior.listStandard())
        .put("listMaximum", behavior.listMaximum())
        .put("timelinePage", behavior.timelinePage())
        .put("closedStatus", behavior.closedStatus())
        .put("firstPage", behavior.firstPage())
        .put("textTreatment", behavior.textTreatment().toString());
  }

  private static ServerBehavior behavior(ServerBehavior behavior, AdminInput input)
      throws RequestRefusal {
    var next = behavior.toBuilder();
    for (var question : OpenQuestion.values()) {
      var accepted = input.flag(AdminInput.name(question));
      if (accepted != null) {
        next = accepted ? next.accepting(question) : next.rejecting(question);
      }
    }
    var lengthUnit = input.oneOf("lengthUnit", LengthUnit.class);
    next = lengthUnit == null ? next : next.lengthUnit(lengthUnit);
    var tagNames = input.oneOf("tagNames", TagNames.class);
    next = tagNames == null ? next : next.tagNames(tagNames);
    var tagClearing = input.oneOf("tagClearing", TagClearing.class);
    next = tagClearing == null ? next : next.tagClearing(tagClearing);
    var listOrder = input.oneOf("listOrder", ListOrder.class);
    next = listOrder == null ? next : next.listOrder(listOrder);
    var unknownCursor = input.oneOf("unknownCursor", UnknownCursor.class);
    next = unknownCursor == null ? next : next.unknownCursor(unknownCursor);
    var standard = input.number("listStandard");
    var maximum = input.number("listMaximum");
    if (standard != null || maximum != null) {
      next =
          next.listCount(
              standard == null ? behavior.listStandard() : standard,
              maximum == null ? behavior.listMaximum() : maximum);
    }
    var timelinePage = input.number("timelinePage");
    next = timelinePage == null ? next : next.timelinePage(timelinePage);
    var closedStatus = input.number("closedStatus");
    next = closedStatus == null ? next : next.closedStatus(closedStatus);
    var firstPage = input.number("firstPage");
    next = firstPage == null ? next : next.firstPage(firstPage);
    var treatment = input.text("textTreatment");
    next = treatment == null ? next : next.textTreatment(TreatmentReader.read(treatment));
    input.end();
    return next.build();
  }
}
