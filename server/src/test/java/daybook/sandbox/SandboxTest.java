package daybook.sandbox;

import static daybook.sandbox.SandboxTestFiles.answer;
import static daybook.sandbox.SandboxTestFiles.json;
import static daybook.sandbox.SandboxTestFiles.one;
import static daybook.sandbox.SandboxTestFiles.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.contract.Fault;
import daybook.contract.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that are served together. */
final class SandboxTest {

  @TempDir Path directory;

  @Test
  void problemsOfAllFiles_areNamedTogether() throws IOException {
    Path broken = file("broken.json", "{'200'");
    Path none = directory.resolve("none.json");
    Path empty = file("getOrders.json", "{}");

    assertThatExceptionOfType(SandboxException.class)
        .isThrownBy(() -> Sandbox.read(List.of(broken, none, empty, directory)))
        .satisfies(
            failure ->
                assertThat(failure.getMessage().lines().toList())
                    .satisfiesExactly(
                        line -> assertThat(line).startsWith(broken + ": line 1, column 7: broken"),
                        line -> assertThat(line).isEqualTo(none + ": there is no such file"),
                        line -> assertThat(line).startsWith(empty + ": there is no static"),
                        line -> assertThat(line).startsWith(directory + ": cannot be read")));
  }

  @Test
  void operationInTwoFiles_isRefused() throws IOException {
    Path cases = file("getOrdersByOrderId.json", "{'200':[" + one("{}", "{}") + "]}");
    Path model =
        file(
            "model.json",
            "{'paths':{'/reports/2021-01-08/orders/{id}':{'get':{'operationId':'mine',"
                + "'x-amzn-api-sandbox':["
                + one("{}", "{}")
                + "]}}}}");

    assertThatExceptionOfType(SandboxException.class)
        .isThrownBy(() -> Sandbox.read(List.of(cases, model)))
        .withMessage(model + ": mine stands in " + cases + " already");
  }

  @Test
  void writtenOutPath_isFoundBeforeOneThatCanBeAnything() throws IOException {
    String block = "'x-amzn-api-sandbox':[" + one("{}", "{}") + "]";
    Path model =
        file(
            "model.json",
            "{'paths':{'/a/{x}/{y}':{'get':{%s}},'/a/{x}/b':{'get':{%s}},'/a/c/b':{'get':{%s}}}}"
                .formatted(block, block, block));

    assertThat(Sandbox.read(List.of(model)).operations())
        .extracting(one -> one.spec().path())
        .containsExactly("/a/c/b", "/a/{x}/b", "/a/{x}/{y}");
  }

  @Test
  void example_isACommandThatWorksWhenItIsPasted() throws IOException {
    Path model =
        file(
            "model.json",
            "{'paths':{'/a/{id}/{other}':{'post':{'operationId':'postA',"
                + "'parameters':[{'name':'r','in':'query','required':true}],'responses':{"
                + "'400':{'x-amzn-api-sandbox':["
                + one("{}", "{}")
                + "]},'200':{'x-amzn-api-sandbox':["
                + one(
                    "{'id':{'value':'a/b c'},'q':{'value':['x&y','z']},"
                        + "'body':{'value':{'it':'\\u0027s'}}}",
                    "{}")
                + "]}}}}}}");

    assertThat(Sandbox.read(List.of(model)).examples())
        .singleElement()
        .extracting(example -> example.curl("http://host", "Atza|1"))
        .isEqualTo(
            "curl -s -H 'x-amz-access-token: Atza|1' -X POST -H 'content-type: application/json' -d"
                + " '{\"it\":\"\\u0027s\"}' 'http://host/a/a%2Fb%20c/any?q=x%26y,z&r=any'");
  }

  @Test
  void quoteInABody_doesNotEndTheArgument() {
    Example example = new Example("x", "POST", "/x", "{\"a\":\"it's\"}");

    assertThat(example.curl("http://host", "t")).contains("-d '{\"a\":\"it'\\''s\"}' ");
  }

  @Test
  void refusal_namesTheNearestCaseForTheLog() {
    SandboxOperation operation =
        SandboxFile.read(
                "getOrders.json",
                json(
                    "{'200':[%s],'400':[%s]}"
                        .formatted(
                            one("{'a':{'value':'1'},'b':{'value':'2'},'c':{'value':'3'}}", "{}"),
                            one("{'d':{'value':'4'},'e':{'value':'5'}}", "{}"))))
            .get(0);

    assertThat(operation.parse(request(Map.of(), "", "a=1", "b=2")))
        .isEqualTo(
            new Parsed.Refused<SandboxCase>(
                List.of(
                    new Fault.NoSuchCase(
                        "no sandbox case has these arguments; the nearest, 200 #1, differs in c"))));
  }

  @Property(tries = 200)
  void list_isMetByAnySpellingOfItsItemsAndNoOthers(
      @ForAll @Size(min = 1, max = 6) Set<@NotEmpty @AlphaChars String> items,
      @ForAll long order,
      @ForAll boolean repeated) {
    SandboxOperation operation =
        SandboxFile.read(
                "getOrders.json",
                json(
                    "{'200':["
                        + one("{'l':{'value':['" + String.join("','", items) + "']}}", "{}")
                        + "]}"))
            .get(0);
    List<String> sent = new ArrayList<>(items);
    Collections.shuffle(sent, new Random(order));

    assertThat(answer(operation, request(Map.of(), "", spelled(sent, repeated))))
        .isEqualTo("200 {}");
    sent.add("1");
    assertThat(answer(operation, request(Map.of(), "", spelled(sent, repeated))))
        .isEqualTo(SandboxTestFiles.NONE);
    sent.removeAll(List.of("1", items.iterator().next()));
    assertThat(answer(operation, request(Map.of(), "", spelled(sent, repeated))))
        .isEqualTo(SandboxTestFiles.NONE);
  }

  private static String[] spelled(List<String> items, boolean repeated) {
    return repeated
        ? items.stream().map(item -> "l=" + item).toArray(String[]::new)
        : new String[] {"l=" + String.join(",", items)};
  }

  private Path file(String name, String content) throws IOException {
    return Files.write(directory.resolve(name), json(content));
  }
}
