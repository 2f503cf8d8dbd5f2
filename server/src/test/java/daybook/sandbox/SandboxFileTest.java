package daybook.sandbox;

import static daybook.sandbox.SandboxTestFiles.NONE;
import static daybook.sandbox.SandboxTestFiles.answer;
import static daybook.sandbox.SandboxTestFiles.json;
import static daybook.sandbox.SandboxTestFiles.model;
import static daybook.sandbox.SandboxTestFiles.one;
import static daybook.sandbox.SandboxTestFiles.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.contract.Dialect;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.json.JsonProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole Swagger models and files of cases alone. */
final class SandboxFileTest {

  private static final String BLOCK = "'x-amzn-api-sandbox':";
  private static final Map<String, String> NO_PATH = Map.of();

  @ParameterizedTest
  @ValueSource(strings = {"{'static':[%s]}", "[%s]", "{'dynamic':{},'static':[%s]}"})
  void blockOfAResponse_hasItsStatus(String block) {
    String good = block.formatted(one("{'a':{'value':'1'}}", "{'ok':1}"));
    String missing = block.formatted(one("{'a':{'value':'2'}}", "{'errors':[]}"));
    SandboxOperation operation =
        single(
            model(
                "/x/{id}",
                "get",
                "{'operationId':'getX','responses':{'201':{%s},'404':{%s},'500':{'schema':{}}}}"
                    .formatted(BLOCK + good, BLOCK + missing)));

    assertThat(answer(operation, request(NO_PATH, "", "a=1"))).isEqualTo("201 {\"ok\":1}");
    assertThat(answer(operation, request(NO_PATH, "", "a=2"))).isEqualTo("404 {\"errors\":[]}");
    assertThat(operation.spec())
        .isEqualTo(
            new OperationSpec(
                "getX",
                "GET",
                "/x/{id}",
                "CONTRACT 8",
                null,
                UsagePlan.of("5", 15),
                Dialect.SP_API));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 200",
        "{'202':{},'400':{},'default':{}} | 202",
        "{'204':{},'200':{}} | 200",
        "{'400':{}} | 200"
      })
  void blockOfAnOperation_isGoodUnlessItIsErrors(String responses, int status) {
    String block =
        "[%s,%s,%s]"
            .formatted(
                one("{'a':{'value':'1'}}", "{'ok':1}"),
                one("{'a':{'value':'2'}}", "{'errors':[]}"),
                one("{'a':{'value':'3'}}", "{'payload':{},'errors':[]}"));
    SandboxOperation operation =
        single(model("/x", "get", "{" + BLOCK + block + ",'responses':" + responses + "}"));

    assertThat(answer(operation, request(NO_PATH, "", "a=1"))).startsWith(status + " ");
    assertThat(answer(operation, request(NO_PATH, "", "a=2"))).startsWith("400 ");
    assertThat(answer(operation, request(NO_PATH, "", "a=3"))).startsWith(status + " ");
    assertThat(operation.spec().operationId()).isEqualTo("GET /x");
  }

  @Test
  void requiredParameters_mustBeThereForAGoodAnswer() {
    String parameters =
        "'parameters':[{'name':'a','in':'query','required':true},{'$ref':'#/parameters/B'},"
            + "{'name':'h','in':'header','required':true},{'name':'o','in':'query'}]";
    String responses =
        "'responses':{'200':{%s},'400':{%s}}"
            .formatted(
                BLOCK + "[" + one("{'a':{'value':'1'},'h':{'value':'x'}}", "1") + "]",
                BLOCK + "[" + one("{'a':{'value':'2'}}", "2") + "]");
    SandboxOperation operation =
        single(
            json(
                "{'basePath':'/base/','parameters':{'B':{'name':'b','in':'query','required':true}},"
                    + "'paths':{'/x/{id}':{'parameters':[{'name':'id','in':'path','required':true}],"
                    + "'x-amzn-api-sandbox':{'dynamic':{}},'get':{"
                    + parameters
                    + ","
                    + responses
                    + "}}}}"));

    Map<String, String> path = Map.of("id", "7");
    assertThat(operation.spec().path()).isEqualTo("/base/x/{id}");
    assertThat(answer(operation, request(path, "", "a=1", "b=any"))).isEqualTo("200 1");
    assertThat(answer(operation, request(path, "", "a=1"))).isEqualTo(NONE);
    assertThat(answer(operation, request(path, "", "a=1", "b="))).isEqualTo(NONE);
    assertThat(answer(operation, request(NO_PATH, "", "a=1", "b=any"))).isEqualTo(NONE);
    assertThat(answer(operation, request(NO_PATH, "", "a=2"))).isEqualTo("400 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "body | {'i':[1]}",
        "body | [1]",
        "payload | {'i':[1]}",
        "payload | [1]",
        "payload | 'text'"
      })
  void body_isFoundWhateverItsName(String listed, String value) {
    SandboxOperation operation =
        single(
            model(
                "/x",
                "put",
                "{'parameters':[{'name':'payload','in':'body','required':true}],'responses':{'200':{"
                    + BLOCK
                    + "["
                    + one("{'" + listed + "':{'value':" + value + "}}", "{}")
                    + "]}}}"));

    String body = value.replace('\'', '"');
    assertThat(operation.spec().method()).isEqualTo("PUT");
    assertThat(answer(operation, request(NO_PATH, " " + body + "\n"))).isEqualTo("200 {}");
    assertThat(answer(operation, request(NO_PATH, "{}"))).isEqualTo(NONE);
    assertThat(answer(operation, request(NO_PATH, ""))).isEqualTo(NONE);
  }

  @Test
  void requiredBody_mustBeThere() {
    SandboxOperation operation =
        single(
            model(
                "/x",
                "post",
                "{'parameters':[{'name':'b','in':'body','required':true}],'responses':{'204':{"
                    + BLOCK
                    + "[{'request':{},'response':{}}]}}}"));

    assertThat(answer(operation, request(NO_PATH, ""))).isEqualTo(NONE);
    assertThat(answer(operation, request(NO_PATH, "x"))).isEqualTo("204 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "10 | 10 | true",
        "10 | 10.0 | false",
        "true | True | true",
        "false | true | false",
        "'' | ~~ | true",
        "null | ~~ | true",
        "null | x | false",
        "'A,B' | A,B | true",
        "'A,B' | B,A | false",
        "['A','B'] | B,A | true",
        "['A'] | A | true",
        "[] | ~~ | true",
        "[] | A | false",
        "[1,2] | 2,1 | true",
        "' x ' | x | true"
      })
  void value_isComparedAsText(String listed, String sent, boolean same) {
    SandboxOperation operation =
        SandboxFile.read(
                "GetOrders.JSON",
                json("{'_note':'x','200':[" + one("{'a':{'value':" + listed + "}}", "{}") + "]}"))
            .get(0);

    assertThat(answer(operation, request(NO_PATH, "", "a=" + sent)))
        .isEqualTo(same ? "200 {}" : NONE);
  }

  @Test
  void caseThatListsMost_isAnswered() {
    SandboxOperation operation =
        SandboxFile.read(
                "getOrders.json",
                json(
                    "{'200':[%s,%s,%s],'200_examples':7,'400':[%s]}"
                        .formatted(
                            one("{'a':{'value':'1'}}", "1"),
                            one("{'a':{'value':'1'},'b':{'value':'2'}}", "2"),
                            one("{'a':{'value':'1'}}", "3"),
                            one("{}", "4"))))
            .get(0);

    assertThat(answer(operation, request(NO_PATH, "", "a=1", "b=3"))).isEqualTo("200 1");
    assertThat(answer(operation, request(NO_PATH, "", "a=1", "b=2"))).isEqualTo("200 2");
    assertThat(answer(operation, request(NO_PATH, "", "c=1"))).isEqualTo("400 4");
  }

  @ParameterizedTest
  @CsvSource({
    "/reports/2021-01-08/orders, BUSINESS_2021",
    "/reconciliation/2021-01-08/transactions, BUSINESS_2021",
    "/reports/2025-06-09/orderReports, SP_API",
    "/orders/v0/orders, SP_API"
  })
  void tokenFaults_areWordedByTheFamily(String path, Dialect dialect) {
    SandboxOperation operation =
        single(model(path, "get", "{" + BLOCK + "[" + one("{}", "{}") + "]}"));

    assertThat(operation.spec().dialect()).isEqualTo(dialect);
  }

  @Test
  void operationsWithoutCases_areLeftOut() {
    List<SandboxOperation> operations =
        SandboxFile.read(
            "model.json",
            json(
                "{'paths':{'/a':{'get':{'operationId':'a'}},'/b':{'get':{"
                    + BLOCK
                    + "{'dynamic':{}}}},'/c':{'x-note':1,'get':{'operationId':'c',"
                    + BLOCK
                    + "["
                    + one("{}", "{}")
                    + "]}}}}"));

    assertThat(operations).extracting(one -> one.spec().operationId()).containsExactly("c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'200':[{}]} | 200[0].request: is missing",
        "{'200':[7]} | 200[0]: expected an object, found 7",
        "{'200':7} | 200: expected an object, found 7",
        "{'200':{'static':{}}} | 200.static: expected an array",
        "{'200':[{'request':{'parameters':[]}}]} | 200[0].request.parameters: expected an object",
        "{'200':[{'request':{'parameters':{'a':'x'}}}]} | 200[0].request.parameters.a: expected an",
        "{'200':[{'request':{'parameters':{'a':{}}}}]} | 200[0].request.parameters.a.value: is miss",
        "{'200':[{'request':{'parameters':{'a':{'value':[[]]}}}}]} | 200[0].request.parameters.a.va",
        "{'200':[]} | there is no static sandbox case in it",
        "{'errors':[]} | there is no static sandbox case in it",
        "{'paths':{}} | there is no static sandbox case in it",
        "{'paths':7} | paths: expected an object",
        "{'paths':{'/x':{'get':7}}} | paths./x.get: expected an object",
        "{'paths':{'/x':{'x-amzn-api-sandbox':[]}}} | paths./x.x-amzn-api-sandbox: stands under",
        "{'paths':{'/x':{'x-amzn-api-sandbox':{'static':[]}}}} | paths./x.x-amzn-api-sandbox: stan",
        "{'paths':{'/x':{'get':{'responses':{'default':{'x-amzn-api-sandbox':[]}}}}}}"
            + " | paths./x.get.responses.default: has sandbox cases, but is no status",
        "{'paths':{'/x':{'get':{'parameters':[{'$ref':'#/parameters/P'}]}}}}"
            + " | paths./x.get.parameters[0].$ref: leads to no parameter of this file",
        "{'paths':{'/x':{'get':{'parameters':[{'name':'a'}]}}}}"
            + " | paths./x.get.parameters[0].in: is missing",
        "{'200': | line 1, column 8: broken JSON"
      })
  void whatCannotBeRead_isNamedWithItsPlace(String file, String message) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> SandboxFile.read("getOrders.json", json(file)))
        .withMessageStartingWith(message);
  }

  @Test
  void casesAlone_needAFileThatIsNamedLikeAnOperation() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> SandboxFile.read("other.json", json("{'200':[]}")))
        .withMessageContaining("not named like an operation");
  }

  private static SandboxOperation single(byte[] model) {
    List<SandboxOperation> operations = SandboxFile.read("model.json", model);
    assertThat(operations).hasSize(1);
    return operations.get(0);
  }
}
