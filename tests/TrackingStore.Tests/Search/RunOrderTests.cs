using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Filters;
using TrackingStore.Values;

namespace TrackingStore.Tests.Search;

public sealed class RunOrderTests
{
    [Fact]
    public void Compare_NoOrder_GoesNewestFirstThenById() =>
        Assert.Equal(["b", "c", "a"], Sort([], RunSamples.Run("a", 1), RunSamples.Run("c", 5), RunSamples.Run("b", 5)));

    [Fact]
    public void Compare_StartTimeAscending_OverridesTheDefault() =>
        Assert.Equal(["a", "b", "c"], Sort(["start_time ASC"], RunSamples.Run("c", 5), RunSamples.Run("b", 5), RunSamples.Run("a", 1)));

    [Fact]
    public void Compare_ParamsAndTags_SortAsTextWithMissingLastInBothDirections()
    {
        LoggedRun[] runs = [WithParam("a", "10"), WithParam("b", "9"), RunSamples.Run("c", parameters: [])];
        Assert.Equal(["a", "b", "c"], Sort(["params.p"], runs));
        Assert.Equal(["b", "a", "c"], Sort(["params.`p` DESC"], runs));
        Assert.Equal(["a", "b", "c"], Sort(["tags.p asc", "params.p"], runs));
    }

    [Theory]
    [InlineData("metrics.i FOO", "Invalid ordering key in order_by clause 'metrics.i FOO'.")]
    [InlineData("metrics.i DESC x", "Invalid order_by clause 'metrics.i DESC x'. Could not be parsed.")]
    [InlineData("", "Invalid order_by clause ''")]
    [InlineData("experiment_id", "Invalid attribute key 'experiment_id'")]
    [InlineData("lifecycle_stage DESC", "Invalid attribute key 'lifecycle_stage'")]
    [InlineData("foo.bar", "Invalid entity type 'foo'")]
    [InlineData("dataset.name", "Invalid ordering key")]
    public void Parse_WrongEntry_SaysWhatIsWrong(string entry, string message) =>
        Assert.Contains(message, Assert.Throws<MlflowException>(() => RunOrderParser.Parse([entry])).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_SameKeyTwice_IsRefused() => Assert.Contains(
        "duplicate",
        Assert.Throws<MlflowException>(() => RunOrderParser.Parse(["metrics.a ASC", "metric.`a` DESC"])).Message,
        StringComparison.Ordinal);

    private static LoggedRun WithParam(string id, string value) =>
        RunSamples.Run(id, parameters: [new NamedValue("p", value)]);

    private static string[] Sort(string[] orderBy, params LoggedRun[] runs) =>
        [.. runs.Order(RunOrderParser.Parse(orderBy)).Select(run => run.Run.RunId)];
}
