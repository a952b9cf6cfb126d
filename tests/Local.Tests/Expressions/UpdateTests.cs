using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Expressions;

public sealed class UpdateTests
{
    private const string ListAppendMisused =
        "The function is not allowed to be used this way in an expression; function: list_append";

    private const string Values = """
        {":s":{"S":"new"},":one":{"N":"1"},":half":{"N":"0.5"},":l":{"L":[{"S":"y"}]},":ss":{"SS":["b","c"]},":ab":{"SS":["a","b"]},
         ":ns":{"NS":["1"]},":m":{"M":{}},":big":{"N":"99999999999999999999999999999999999999"}}
        """;

    [Theory]
    [InlineData("""{"n":{"N":"1"}}""", "SET n = n + :one", """{"n":{"N":"2"}}""")]
    [InlineData("""{"n":{"N":"1"}}""", "SET n = :half - n", """{"n":{"N":"-0.5"}}""")]
    [InlineData("""{}""", "SET n = if_not_exists(n, :one) + :one", """{"n":{"N":"2"}}""")]
    [InlineData("""{"a":{"S":"1"},"b":{"S":"2"}}""", "SET a = b, b = a", """{"a":{"S":"2"},"b":{"S":"1"}}""")]
    [InlineData("""{"l":{"L":[{"S":"x"}]}}""", "SET l = list_append(l, :l)", """{"l":{"L":[{"S":"x"},{"S":"y"}]}}""")]
    [InlineData("""{"l":{"L":[{"S":"x"}]}}""", "SET l = list_append(:l, l)", """{"l":{"L":[{"S":"y"},{"S":"x"}]}}""")]
    [InlineData("""{"l":{"L":[{"S":"0"},{"S":"1"},{"S":"2"},{"S":"3"}]}}""", "REMOVE l[0], l[2]", """{"l":{"L":[{"S":"1"},{"S":"3"}]}}""")]
    [InlineData("""{"l":{"L":[{"S":"0"}]}}""", "SET l[9] = :one, l[5] = :s", """{"l":{"L":[{"S":"0"},{"S":"new"},{"N":"1"}]}}""")]
    [InlineData("""{"l":{"L":[{"S":"0"},{"S":"1"}]}}""", "SET l[1] = l[0] REMOVE l[0]", """{"l":{"L":[{"S":"0"}]}}""")]
    [InlineData("""{"l":{"L":[{"S":"0"}]}}""", "REMOVE l[7], gone", """{"l":{"L":[{"S":"0"}]}}""")]
    [InlineData(
        """{"m":{"M":{"a":{"M":{"b":{"S":"old"}}}}}}""",
        "SET m.a.b = :s, m.c = :one",
        """{"m":{"M":{"a":{"M":{"b":{"S":"new"}}},"c":{"N":"1"}}}}""")]
    [InlineData("""{}""", "ADD n :one, q :ss", """{"n":{"N":"1"},"q":{"SS":["b","c"]}}""")]
    [InlineData("""{"q":{"SS":["a","b"]}}""", "ADD q :ss", """{"q":{"SS":["a","b","c"]}}""")]
    [InlineData("""{"q":{"SS":["a","b"]}}""", "DELETE q :ss", """{"q":{"SS":["a"]}}""")]
    [InlineData("""{"q":{"SS":["a","b"]}}""", "DELETE q :ab", """{}""")]
    [InlineData("""{}""", "DELETE q :ab", """{}""")]
    [InlineData("""{"a":{"S":"1"}}""", "set #x = :s remove a", """{"x y.z":{"S":"new"}}""")]
    public void Apply_Item_GivesTheNewItem(string item, string expression, string expected) =>
        Assert.True(ReadMap(expected).SameAs(Parse(expression).Apply(ReadMap(item))));

    [Theory]
    [InlineData("SET n = absent", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET n = absent + :one", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET n = s + :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET l = list_append(s, :l)", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD s :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD q :ns", "An operand in the update expression has an incorrect data type")]
    [InlineData("DELETE s :ss", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET absent.a = :s", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET s.a = :s", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET s[0] = :s", "The document path provided in the update expression is invalid for update")]
    [InlineData("REMOVE absent.a", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET n = :big + :half", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    public void Apply_ItemDoesNotFit_SaysWhy(string expression, string message)
    {
        var item = ValueReader.ReadMap(JsonDocument.Parse("""{"s":{"S":"text"},"q":{"SS":["a"]}}""").RootElement);

        Assert.Equal(message, Assert.Throws<DynamoError>(() => Parse(expression).Apply(item)).Message);
    }

    [Theory]
    [InlineData("SET", "Syntax error; token: \"<EOF>\", near: \"SET\"")]
    [InlineData("SET a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    [InlineData("SET a = :s,", "Syntax error; token: \"<EOF>\", near: \",\"")]
    [InlineData("SET  REMOVE #o", "Syntax error; token: \"REMOVE\", near: \"SET  REMOVE #o\"")]
    [InlineData("SET a = :s, SET b = :s", "Syntax error; token: \"SET\", near: \", SET b\"")]
    [InlineData("SET remove = :s", "Syntax error; token: \"remove\", near: \"SET remove =\"")]
    [InlineData("SET a.delete = :s", "Syntax error; token: \"delete\", near: \".delete =\"")]
    [InlineData("SET a = add", "Syntax error; token: \"add\", near: \"= add\"")]
    [InlineData("PUT a = :s", "Syntax error; token: \"PUT\", near: \"PUT a\"")]
    [InlineData("SET a = :s SET b = :s", "The \"SET\" section can only be used once in an update expression;")]
    [InlineData(
        "SET a = :s, a = :one",
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]")]
    [InlineData(
        "SET a.b = :s REMOVE a",
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]")]
    [InlineData(
        "SET a.b = :s, a[0] = :s",
        "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]")]
    [InlineData("ADD a :s", "Incorrect operand type for operator or function; operator: ADD, operand type: STRING")]
    [InlineData("DELETE a :one", "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER")]
    [InlineData("SET a = nope(b)", "Invalid function name; function: nope")]
    [InlineData("SET a = size(b)", "The function is not allowed in an update expression; function: size")]
    [InlineData(
        "SET a = if_not_exists(b)",
        "Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1")]
    [InlineData(
        "SET a = list_append(:s, :l)",
        "Incorrect operand type for operator or function; operator or function: list_append, operand type: S")]
    [InlineData("SET a = b + :s", "Incorrect operand type for operator or function; operator or function: +, operand type: S")]
    [InlineData("SET a = list_append(list_append(:l, :l), :l)", ListAppendMisused)]
    [InlineData("SET a = if_not_exists(b, list_append(:l, :l))", ListAppendMisused)]
    [InlineData("SET a = list_append(:l, :l) + :one", ListAppendMisused)]
    [InlineData("SET a = if_not_exists(a, :one + :one)", "Syntax error; token: \"+\", near: \":one + :one\"")]
    [InlineData("SET a = :one + :one + :one", "Syntax error; token: \"+\", near: \":one + :one\"")]
    [InlineData("SET _123 = :s", "Syntax error; token: \"_\", near: \"SET _123\"")]
    [InlineData("SET a[99999999999] = :s", "List index is not within the allowable range; index: [99999999999]")]
    public void Parse_Wrong_SaysWhatAsTheServiceDoes(string expression, string message) =>
        Assert.Equal("Invalid UpdateExpression: " + message, Assert.Throws<DynamoError>(() => Parse(expression)).Message);

    [Fact]
    public void Parse_TooManyOperators_IsRefused()
    {
        static string Sums(int count) => "SET " + string.Join(',', Enumerable.Range(0, count).Select(static i => $"a{i}=b+:one"));

        Assert.Equal(300, Parse(Sums(300)).Actions.Count);
        var error = Assert.Throws<DynamoError>(() => Parse(Sums(301)));
        Assert.Equal("Invalid UpdateExpression: The expression contains too many operators; operator count: 301", error.Message);
    }

    private static MapValue ReadMap(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ValueReader.ReadMap(document.RootElement);
    }

    private static Update Parse(string expression)
    {
        using var document = JsonDocument.Parse($$"""
            {"ExpressionAttributeNames":{"#x":"x y.z"},"ExpressionAttributeValues":{{Values}} }
            """);
        return UpdateParser.Parse(expression, ExpressionInputsReader.Read(new Fields(document.RootElement)))!;
    }
}
