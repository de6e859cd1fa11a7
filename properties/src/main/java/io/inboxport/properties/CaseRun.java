package io.inboxport.properties;

import io.inboxport.properties.CaseDraws.Draw;
import io.inboxport.properties.CaseDraws.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Run of one case.
 *
 * @param drawn the draws that make the case again
 * @param parts the elements of its lists
 * @param failure null if the property holds
 * @param isCase false if a filter was not met
 */
record CaseRun(List<Draw> drawn, List<Part> parts, @Nullable Throwable failure, boolean isCase) {
  static CaseRun of(Generator<PropertyCase> generator, DrawSource source) {
    var draws = new CaseDraws(source);
    try {
      generator.from(draws).action().run();
      return of(draws, null, true);
    } catch (UnmetFilterException e) {
      return of(draws, null, false);
    } catch (Throwable e) {
      return of(draws, e, true);
    }
  }

  private static CaseRun of(CaseDraws draws, @Nullable Throwable failure, boolean isCase) {
    return new CaseRun(draws.drawn(), draws.parts(), failure, isCase);
  }

  long[] values() {
    return drawn.stream().mapToLong(Draw::value).toArray();
  }
}
