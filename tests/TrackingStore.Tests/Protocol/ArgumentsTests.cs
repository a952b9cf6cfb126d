using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Tests.Protocol;

public sealed class ArgumentsTests
{
    private const string SeeDocs = " See the API docs for more information about request parameters.";

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    public void Int64_NumberOrText_IsRead(string json, long expected) => Assert.Equal(expected, Of($"{{\"step\":{json}}}").Int64("step"));

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1.0\"")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1e400")]
    [InlineData("9223372036854775808")]
    public void Int64_AnythingElse_IsAnInvalidValue(string json)
    {
        var error = Assert.Throws<MlflowException>(() => Of($"{{\"step\":{json}}}").Int64("step"));
        Assert.StartsWith(
            $"Invalid value {json} for parameter 'step' supplied. Hint: Value was of type '",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("\"0.5\"", 0.5)]
    [InlineData("\"-1e-3\"", -0.001)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    public void RequiredDouble_EveryForm_IsRead(string json, double expected) =>
        Assert.Equal(expected, Of($"{{\"value\":{json}}}").RequiredDouble("value"));

    [Theory]
    [InlineData("\"foo\"")]
    [InlineData("\"nan\"")]
    [InlineData("\"∞\"")]
    [InlineData("1e999")]
    [InlineData("true")]
    [InlineData("[1]")]
    public void RequiredDouble_AnythingElse_IsAnInvalidValue(string json)
    {
        var error = Assert.Throws<MlflowException>(() => Of($"{{\"value\":{json}}}").RequiredDouble("value"));
        Assert.Contains($"Invalid value {json} for parameter 'value' supplied", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"name\":null}")]
    [InlineData("{\"name\":\"\"}")]
    public void RequiredText_AbsentOrEmpty_IsMissing(string json) => Assert.Equal(
        "Missing value for required parameter 'name'." + SeeDocs,
        Assert.Throws<MlflowException>(() => Of(json).RequiredText("name")).Message);

    [Theory]
    [InlineData("123", "int")]
    [InlineData("1.5", "float")]
    [InlineData("true", "bool")]
    [InlineData("[\"a\"]", "list")]
    [InlineData("{\"a\":1}", "dict")]
    [InlineData("\"\\ud800\"", "str")]
    public void Text_WrongType_NamesThePythonType(string json, string type) => Assert.Equal(
        $"Invalid value {json} for parameter 'name' supplied. Hint: Value was of type '{type}'." + SeeDocs,
        Assert.Throws<MlflowException>(() => Of($"{{\"name\":{json}}}").Text("name")).Message);

    [Theory]
    [InlineData("{\"run_id\":\"a\"}")]
    [InlineData("{\"run_uuid\":\"a\"}")]
    [InlineData("{\"run_id\":\"a\",\"run_uuid\":\"b\"}")]
    [InlineData("{\"run_id\":\"\",\"run_uuid\":\"a\"}")]
    public void RequiredRunId_EitherName_IsRead(string json) => Assert.Equal("a", Of(json).RequiredRunId());

    [Fact]
    public void Messages_FieldOfAnElement_IsNamedWithItsPath()
    {
        var metric = Of("{\"metrics\":[{},{\"key\":5}]}").Messages("metrics");
        Assert.Contains(
            "'metrics[0].timestamp'",
            Assert.Throws<MlflowException>(() => metric[0].RequiredInt64("timestamp")).Message,
            StringComparison.Ordinal);
        Assert.Contains("'metrics[1].key'", Assert.Throws<MlflowException>(() => metric[1].Text("key")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"FRIDAY\"", DayOfWeek.Friday, false)]
    [InlineData("\"Friday\"", DayOfWeek.Friday, true)]
    [InlineData("5", DayOfWeek.Friday, true)]
    [InlineData("\"5\"", DayOfWeek.Friday, true)]
    [InlineData("77", DayOfWeek.Friday, false)]
    [InlineData("\"Friday, Monday\"", DayOfWeek.Friday, false)]
    public void Enum_UnknownValue_CountsAsAbsent(string json, DayOfWeek day, bool known) =>
        Assert.Equal(known ? day : null, Of($"{{\"day\":{json}}}").Enum<DayOfWeek>("day"));

    [Theory]
    [InlineData("?run_ids=a", "a")]
    [InlineData("?run_ids=a&run_ids=b", "a,b")]
    [InlineData("?run_ids[]=a&run_ids[]=b", "a,b")]
    [InlineData("?Run_ids=x&run_ids[]=a", "a")]
    [InlineData("?run_idss=x", "")]
    [InlineData("", "")]
    public void Texts_OfAQuery_AreAllValuesOfTheName(string query, string expected) =>
        Assert.Equal(expected, string.Join(',', OfQuery(query).Texts("run_ids")));

    [Fact]
    public void SingleValue_OfAQuery_IsTheLastOne()
    {
        var arguments = OfQuery("?step=1&step=2&name=%C3%A9&value=NaN&day=Friday");
        Assert.Equal(2, arguments.Int64("step"));
        Assert.Equal("é", arguments.Text("name"));
        Assert.Equal(double.NaN, arguments.RequiredDouble("value"));
        Assert.Equal(DayOfWeek.Friday, arguments.Enum<DayOfWeek>("day"));
        Assert.False(arguments.Has("Step"));
    }

    [Theory]
    [InlineData("?step=1.0", "\"1.0\"", "str")]
    [InlineData("?step=", "\"\"", "str")]
    [InlineData("?step=%22", "\"\\u0022\"", "str")]
    [InlineData("?step=1&step=x", "[\"1\",\"x\"]", "list")]
    public void Int64_OfAQueryThatIsNone_IsShownAsJson(string query, string shown, string type) => Assert.Equal(
        $"Invalid value {shown} for parameter 'step' supplied. Hint: Value was of type '{type}'." + SeeDocs,
        Assert.Throws<MlflowException>(() => OfQuery(query).Int64("step")).Message);

    private static Arguments Of(string json) => new(new JsonArguments(JsonDocument.Parse(json).RootElement));

    private static Arguments OfQuery(string query) => new(new QueryArguments(new QueryCollection(QueryHelpers.ParseQuery(query))));
}
