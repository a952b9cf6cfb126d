using FsCheck;
using FsCheck.Fluent;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Tests.Search;

public sealed class SearchProperties
{
    private static readonly string[] Pieces =
    [
        "metrics", "params", "tags", ".", "`", "\"", "'", "a", "1", "-", "1e5", " ", "=", "!=", ">", "<=", "LIKE", "ILIKE",
        "IN", "NOT", "(", ")", ",", " AND ", "OR", "%", "_", ";", "\\", "é", "\ud83d\ude00", "run_id", "start_time",
        "dataset.name", "\u0000", "\n",
    ];

    [Fact]
    public void RunFilter_AnyText_IsReadOrRefusedAsInvalid() =>
        Prop.ForAll(TextOfPieces(), text => IsReadOrRefused(() => RunFilterParser.Parse(text).Matches(RunSamples.Run())))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void ExperimentFilter_AnyText_IsReadOrRefusedAsInvalid() =>
        Prop.ForAll(TextOfPieces(), text => IsReadOrRefused(() => ExperimentFilterParser.Parse(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void RunOrder_AnyText_IsReadOrRefusedAsInvalid() =>
        Prop.ForAll(TextOfPieces(), text => IsReadOrRefused(() => RunOrderParser.Parse([text]))).QuickCheckThrowOnFailure();

    [Fact]
    public void PageTokens_AnyText_IsReadOrRefusedAsInvalid() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsReadOrRefused(() => PageTokens.DecodeOffset("runs", text)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void LikePattern_AnyPattern_MatchesAsThePlainDefinition()
    {
        var texts = Gen.ListOf(Gen.Elements('a', 'b', 'A', '%', '_')).Select(chars => new string([.. chars.Take(9)])).ToArbitrary();
        Prop.ForAll(texts, texts, (pattern, text) =>
            new LikePattern(pattern, false).Matches(text) == Fits(pattern, text)).QuickCheckThrowOnFailure();
        Prop.ForAll(texts, texts, (pattern, text) =>
            new LikePattern(pattern, true).Matches(text) == Fits(pattern.ToLowerInvariant(), text.ToLowerInvariant()))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("_", "\ud83d\ude00", true)]
    [InlineData("__", "\ud83d\ude00", false)]
    [InlineData("%_%_%", "\ud83d\ude00", false)]
    [InlineData("%_", "a\ud83d\ude00", true)]
    [InlineData("a_b", "a\ud83d\ude00b", true)]
    [InlineData("%\ud83d\ude00_", "x\ud83d\ude00\ud83d\ude00", true)]
    public void LikePattern_Underscore_IsOneCharacterOfAnyPlane(string pattern, string text, bool fits) =>
        Assert.Equal(fits, new LikePattern(pattern, false).Matches(text));

    [Fact]
    public void RunFilter_TextValueInQuotes_ComparesExactly()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var run = RunSamples.Run(tags: [new NamedValue("t", text.Get)]);
            var quoted = text.Get.Replace("'", "''", StringComparison.Ordinal);
            return RunFilterParser.Parse($"tags.t = '{quoted}'").Matches(run);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void RunOrder_AnyMetrics_IsTotalAndPutsNaNAndMissingLast()
    {
        var values = Gen.Elements<double?>(null, double.NaN, double.NegativeInfinity, -1, 0, 2, double.PositiveInfinity);
        Prop.ForAll(Gen.ArrayOf(values).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (metrics, descending) =>
        {
            MetricPoint[] PointsOf(double? value) => value is null ? [] : [new MetricPoint("m", value.Value, 1, 1)];
            var runs = metrics.Select((value, i) => RunSamples.Run($"{i:x4}", metrics: PointsOf(value))).ToArray();
            Random.Shared.Shuffle(runs);
            Array.Sort(runs, RunOrderParser.Parse([$"metrics.m {(descending ? "DESC" : "ASC")}"]));
            var sorted = runs.Select(r => r.MetricOf("m")).ToArray();
            var numbers = sorted.TakeWhile(v => v is { } n && !double.IsNaN(n)).Select(v => v!.Value).ToArray();
            var rest = sorted[numbers.Length..];
            return numbers.SequenceEqual(descending ? numbers.OrderDescending() : numbers.Order())
                && rest.SkipWhile(v => v is { } n && double.IsNaN(n)).All(v => v is null);
        }).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<string> TextOfPieces() =>
        Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static bool IsReadOrRefused(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (MlflowException e)
        {
            return e.Status == 400;
        }
        catch (TrackingException e)
        {
            return e.Error is TrackingError.PageTokenUnknown;
        }
    }

    private static bool Fits(string pattern, string text) => pattern.Length == 0
        ? text.Length == 0
        : pattern[0] == '%'
            ? Fits(pattern[1..], text) || (text.Length > 0 && Fits(pattern, text[1..]))
            : text.Length > 0 && (pattern[0] == '_' || pattern[0] == text[0]) && Fits(pattern[1..], text[1..]);
}
