using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Expressions;

public sealed class ConditionTests
{
    private static readonly MapValue Item = ValueReader.ReadMap(JsonDocument.Parse("""
        {"s":{"S":"hello"},"n":{"N":"5"},"m":{"N":"5.0"},"b":{"B":"AAEC"},"t":{"BOOL":true},"u":{"NULL":true},"ss":{"SS":["a","b"]},
         "ns":{"NS":["1","2"]},
         "l":{"L":[{"S":"x"},{"N":"1"},{"M":{"k":{"S":"deep"}}}]},"d":{"M":{"k":{"S":"v"},"n":{"M":{"z":{"N":"7"}}}}}}
        """).RootElement);

    private const string Values = """
        {":s":{"S":"hello"},":h":{"S":"he"},":n5":{"N":"5"},":n1":{"N":"1"},":n9":{"N":"9"},":a":{"S":"a"},":x":{"S":"x"},
         ":ba":{"SS":["b","a"]},":b":{"B":"AQ=="},
         ":S":{"S":"S"},":M":{"S":"M"},":zz":{"S":"zz"},":t":{"BOOL":true},":u":{"NULL":true},":seven":{"N":"7"},":deep":{"S":"deep"}}
        """;

    [Theory]
    [InlineData("s = :s", true)]
    [InlineData("s <> :s", false)]
    [InlineData("absent <> :s", true)]
    [InlineData("absent = :s", false)]
    [InlineData("NOT absent = :s", true)]
    [InlineData("absent < :n5", false)]
    [InlineData("n = m", true)]
    [InlineData("n = :n5", true)]
    [InlineData("s < :n5", false)]
    [InlineData("s > :n5", false)]
    [InlineData("n >= :n5 AND n <= :n5", true)]
    [InlineData("n < :n9 AND n > :n1", true)]
    [InlineData(":n1 < n", true)]
    [InlineData("n BETWEEN :n1 AND :n9", true)]
    [InlineData("n NOT IN (:n1)", null)]
    [InlineData("n IN (:n1, :n5, :s)", true)]
    [InlineData("s IN (:h)", false)]
    [InlineData("ss = :ba", true)]
    [InlineData("t = :t and u = :u", true)]
    [InlineData("attribute_exists(d.n.z)", true)]
    [InlineData("attribute_exists(d.n.q)", false)]
    [InlineData("attribute_not_exists(l[3])", true)]
    [InlineData("l[2].k = :deep", true)]
    [InlineData("d.n.z = :seven", true)]
    [InlineData("attribute_type(s, :S)", true)]
    [InlineData("attribute_type(d, :M)", true)]
    [InlineData("attribute_type(n, :S)", false)]
    [InlineData("begins_with(s, :h)", true)]
    [InlineData("begins_with(n, :h)", false)]
    [InlineData("contains(s, :h)", true)]
    [InlineData("contains(ss, :a)", true)]
    [InlineData("contains(ss, :x)", false)]
    [InlineData("contains(ns, :n1)", true)]
    [InlineData("contains(l, :x)", true)]
    [InlineData("contains(b, :b)", true)]
    [InlineData("contains(n, :n5)", false)]
    [InlineData("size(s) = :n5", true)]
    [InlineData("size(l) < size(s)", true)]
    [InlineData("size(absent) = :n5", false)]
    [InlineData("s = :zz OR n = :n5 AND n = :n1", false)]
    [InlineData("(s = :zz OR n = :n5) AND n = :n5", true)]
    [InlineData("NOT (s = :zz) AND NOT n = :n1", true)]
    [InlineData("NOT s = :zz OR s = :zz", true)]
    [InlineData("(s) = (:s)", true)]
    [InlineData("s=:s AND n=:n5", true)]
    public void Holds_Item_IsAsTheGuideSays(string expression, bool? expected)
    {
        if (expected is null)
            Assert.Throws<DynamoError>(() => Parse(expression));
        else
            Assert.Equal(expected, Parse(expression).Holds(Item));
    }

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    [InlineData("a =", "Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("a = :s AND", "Syntax error; token: \"<EOF>\", near: \"AND\"")]
    [InlineData("a = :s b = :s", "Syntax error; token: \"b\", near: \":s b =\"")]
    [InlineData("a = 5", "Syntax error; token: \"5\", near: \"= 5\"")]
    [InlineData("Remove = :s", "Syntax error; token: \"Remove\", near: \"Remove =\"")]
    [InlineData(" ", "Syntax error; token: \"<EOF>\", near: \" \"")]
    [InlineData("  ! a", "Syntax error; token: \"!\", near: \"  ! a\"")]
    [InlineData("a = (b = :s)", "Syntax error; token: \"=\", near: \"b = :s\"")]
    [InlineData("contains(a, (NOT c))", "Syntax error; token: \"NOT\", near: \"(NOT c\"")]
    [InlineData("c IN ((a <> :s))", "Syntax error; token: \"<>\", near: \"a <> :s\"")]
    [InlineData("a ! :s", "Syntax error; token: \"!\", near: \"a ! :s\"")]
    [InlineData("a = 'x y'", "Syntax error; token: \"'x y'\", near: \"= 'x y'\"")]
    [InlineData("a < :t", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [InlineData("_a = :s", "Syntax error; token: \"_\", near: \"_a\"")]
    [InlineData("a._b = :s", "Syntax error; token: \"_\", near: \"._b\"")]
    [InlineData("1a = :s", "Syntax error; token: \"1\", near: \"1a\"")]
    [InlineData("a = 😀", "Syntax error; token: \"😀\", near: \"= 😀\"")]
    [InlineData("a[x] = :s", "Syntax error; token: \"x\", near: \"[x]\"")]
    [InlineData("(a = :s", "Syntax error; token: \"<EOF>\", near: \":s\"")]
    [InlineData("((a = :s))", "The expression has redundant parentheses;")]
    [InlineData("((a)) = :s", "The expression has redundant parentheses;")]
    [InlineData("name = :s", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData("a.Status = :s", "Attribute name is a reserved keyword; reserved keyword: Status")]
    [InlineData("#nope = :s", "An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("a = :nope", "An expression attribute value used in expression is not defined; attribute value: :nope")]
    [InlineData("foo(a)", "Invalid function name; function: foo")]
    [InlineData("if_not_exists(a, a) = :s", "The function is not allowed in a condition expression; function: if_not_exists")]
    [InlineData("list_append(a, a) = :s", "The function is not allowed in a condition expression; function: list_append")]
    [InlineData("a[2147483648] = name", "List index is not within the allowable range; index: [2147483648]")]
    [InlineData("a[2147483648] = foo(b)", "Invalid function name; function: foo")]
    [InlineData("SIZE(a) = :s", "Invalid function name; function: SIZE")]
    [InlineData("size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("contains(a, :s) = :s", "The function is not allowed to be used this way in an expression; function: contains")]
    [InlineData(
        "contains(a)",
        "Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1")]
    [InlineData("attribute_exists(:s)", "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData(
        "begins_with(a, :n5)",
        "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [InlineData("size(:n5) = :n5", "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [InlineData("attribute_type(a, :zz)", "Invalid attribute type name found; type: zz, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    [InlineData(
        "a = a",
        "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]")]
    [InlineData(
        "a.b[1] < a.b[1]",
        "The first operand must be distinct from the remaining operands for this operator or function; "
        + "operator: <, first operand: [a, b, [1]]")]
    [InlineData(
        "a BETWEEN :n9 AND :n1",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
        + "lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:1}")]
    [InlineData(
        "a BETWEEN :n9 AND :s",
        "The BETWEEN operator requires same data type for lower and upper bounds; "
        + "lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {S:hello}")]
    public void Parse_Wrong_SaysWhatAsTheServiceDoes(string expression, string message) =>
        Assert.Equal("Invalid ConditionExpression: " + message, Assert.Throws<DynamoError>(() => Parse(expression)).Message);

    [Theory]
    [InlineData("{0} = :s")]
    [InlineData("{0} = :nope")]
    [InlineData("{0} = {0}")]
    [InlineData("begins_with({0}, :n5)")]
    public void Parse_PathOf33Levels_IsRefused(string expression)
    {
        static string Path(int levels) => "a" + string.Concat(Enumerable.Repeat(".a[0]", (levels - 1) / 2)) + (levels % 2 == 0 ? ".a" : "");

        var error = Assert.Throws<DynamoError>(() => Parse(string.Format(null, expression, Path(33))));
        Assert.Equal("Invalid ConditionExpression: The document path has too many nesting levels; nesting levels: 33", error.Message);
        Parse($"{Path(32)} = :s");
    }

    [Theory]
    [InlineData("{0} = #nope", "An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("{0} = name", "Attribute name is a reserved keyword; reserved keyword: name")]
    [InlineData(":nope = {0}", "An expression attribute value used in expression is not defined; attribute value: :nope")]
    public void Parse_PathOf33LevelsAndAMoreImportantMistake_SaysThat(string expression, string message)
    {
        var path = string.Join('.', Enumerable.Repeat("a", 33));

        var error = Assert.Throws<DynamoError>(() => Parse(string.Format(null, expression, path)));
        Assert.Equal("Invalid ConditionExpression: " + message, error.Message);
    }

    [Fact]
    public void Parse_InWithMoreThan100Values_IsRefused()
    {
        static string In(int count) => $"a IN ({string.Join(',', Enumerable.Repeat(":s", count))})";

        Parse(In(100));
        AssertRefused("The IN operator is provided with too many operands; number of operands: 102", In(101));
    }

    [Theory]
    [InlineData("a BETWEEN a AND :n9", "BETWEEN")]
    [InlineData("a BETWEEN :n1 AND a", "BETWEEN")]
    [InlineData("a BETWEEN a AND a", "BETWEEN")]
    [InlineData("NOT (a BETWEEN a AND :n9) OR s = :s", "BETWEEN")]
    [InlineData("contains(a, a)", "contains")]
    [InlineData("begins_with(a, a)", "begins_with")]
    [InlineData("attribute_type(a, a)", "attribute_type")]
    [InlineData("a <> a", "<>")]
    [InlineData("a >= a", ">=")]
    public void Parse_AttributeBesideItself_IsRefused(string expression, string name) =>
        AssertRefused($"operator: {name}, first operand: [a]", expression);

    [Theory]
    [InlineData("n BETWEEN m AND :n9", true)]
    [InlineData("n BETWEEN m AND m", true)]
    [InlineData("size(s) BETWEEN size(s) AND :n9", true)]
    [InlineData(":n5 BETWEEN :n5 AND :n5", true)]
    public void Holds_OtherAttributesBesideThemselves_AreAllowed(string expression, bool expected) =>
        Assert.Equal(expected, Parse(expression).Holds(Item));

    [Theory]
    [InlineData("a IN (a)")]
    [InlineData("a IN (b, a)")]
    public void Parse_InItself_IsRefused(string expression) => AssertRefused("operator: IN, first operand: [a]", expression);

    [Theory]
    [InlineData("hello", 5)]
    [InlineData("é", 1)]
    [InlineData("日本", 2)]
    [InlineData("😀", 2)]
    [InlineData("", 0)]
    public void Size_Text_CountsUtf16Units(string text, int size)
    {
        var item = new MapValue(new() { ["a"] = new StringValue(text), ["n"] = new NumberValue(new DynamoNumber(size)) });

        Assert.True(Parse("size(a) = n").Holds(item));
    }

    [Fact]
    public void Parse_Endless_IsRefusedBySizeOrNesting()
    {
        AssertRefused("maximum allowed size; expression size: 5000", new string('a', 5000));
        AssertRefused("nested too deeply", new string('(', 4000));
        AssertRefused("nested too deeply", string.Concat(Enumerable.Repeat("NOT ", 1000)));
    }

    [Theory]
    [InlineData("a = :s", " OR ", 1)]
    [InlineData("NOT a < :s", " AND ", 2)]
    [InlineData("attribute_exists(a)", " OR ", 1)]
    [InlineData("size(a) > :n5", " OR ", 2)]
    [InlineData("a BETWEEN :n1 AND :n5", " AND ", 1)]
    [InlineData("a IN (:s)", " OR ", 1)]
    public void Parse_TooManyOperators_IsRefused(string term, string separator, int operators)
    {
        // Each term adds its own operators and the one that joins it; NOTs fill up to 300.
        var terms = (300 + 1) / (operators + 1);
        var filling = 300 - (terms * (operators + 1) - 1);
        var longest = string.Concat(Enumerable.Repeat("NOT ", filling)) + string.Join(separator, Enumerable.Repeat(term, terms));

        Parse(longest);
        var error = Assert.Throws<DynamoError>(() => Parse("NOT NOT NOT " + longest));
        Assert.Equal("Invalid ConditionExpression: The expression contains too many operators; operator count: 301", error.Message);
    }

    private static void AssertRefused(string message, string expression) =>
        Assert.Contains(message, Assert.Throws<DynamoError>(() => Parse(expression)).Message, StringComparison.Ordinal);

    private static Condition Parse(string expression)
    {
        using var document = JsonDocument.Parse($$"""{"ExpressionAttributeValues":{{Values}} }""");
        return ConditionParser.Parse("ConditionExpression", expression, ExpressionInputsReader.Read(new Fields(document.RootElement)))!;
    }
}
