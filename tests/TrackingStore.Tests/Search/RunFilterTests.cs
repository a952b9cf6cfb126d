using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Filters;

namespace TrackingStore.Tests.Search;

public sealed class RunFilterTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("metrics.loss < 1")]
    [InlineData("metric.loss<1")]
    [InlineData("metrics.loss = 0.25")]
    [InlineData("metrics.loss != 1e3")]
    [InlineData("metrics.loss >= .25 AND metrics.loss <= 2.5e-1")]
    [InlineData("metrics.`a b` = -3")]
    [InlineData("metrics.\"a b\" < -2.5")]
    [InlineData("params.lr = '0.01'")]
    [InlineData("params.lr = \"0.01\"")]
    [InlineData("param.opt.name LIKE 'A%'")]
    [InlineData("parameters.`opt.name` = 'Adam'")]
    [InlineData("parameter.opt.name ilike 'aDA_'")]
    [InlineData("tags.team = 'Blue'")]
    [InlineData("tag.team != 'Red'")]
    [InlineData("tags.\"it's\" = 'o''clock'")]
    [InlineData("tags.\"it's\" = \"o'clock\"")]
    [InlineData("tags.`a-b c` LIKE '%\u0025'")]
    [InlineData("attributes.status = 'FINISHED'")]
    [InlineData("attribute.status = 'FINISHED' and status LIKE 'FIN%'")]
    [InlineData("attr.user_id = 'ada'")]
    [InlineData("run.run_id = 'a1'")]
    [InlineData("run_id IN ('zz', 'a1')")]
    [InlineData("run_id IN ('a1',)")]
    [InlineData("attributes.run_id not in (\"zz\")")]
    [InlineData("run_name ILIKE 'BOLD%'")]
    [InlineData("attributes.`Run name` = 'bold-owl-1'")]
    [InlineData("`run name` = 'bold-owl-1'")]
    [InlineData("start_time = 100")]
    [InlineData("attributes.created > 99")]
    [InlineData("end_time <= 150 AND")]
    [InlineData("metrics.bad = 0")]
    [InlineData("metrics.bad >= -1 AND metrics.bad != 9")]
    [InlineData("tags.missing IS NULL AND tags.team is not null")]
    [InlineData("params.`no such` IS NULL")]
    [InlineData("params.lr IS NOT NULL AND")]
    [InlineData("artifact_uri LIKE '%/7/a1/%'")]
    [InlineData("datasets.name = 'iris'")]
    [InlineData("dataset.digest IN ('d1', 'd2')")]
    [InlineData("dataset.context LIKE 'tr%' AND dataset.name != 'wine'")]
    public void Parse_FilterThatFits_LetsTheRunPass(string? filter) =>
        Assert.True(RunFilterParser.Parse(filter).Matches(RunSamples.Run()));

    [Theory]
    [InlineData("metrics.loss > 0.25")]
    [InlineData("metrics.loss > 0 AND metrics.loss < 0.1")]
    [InlineData("metrics.missing != 5")]
    [InlineData("metrics.bad > 0")]
    [InlineData("metrics.bad != 0")]
    [InlineData("tags.team IS NULL")]
    [InlineData("tags.missing IS NOT NULL")]
    [InlineData("params.lr IS NULL AND params.missing IS NULL")]
    [InlineData("params.lr LIKE '0.1%'")]
    [InlineData("params.missing != 'x'")]
    [InlineData("params.LR = '0.01'")]
    [InlineData("tags.team LIKE 'blue'")]
    [InlineData("tags.team ILIKE 'blu'")]
    [InlineData("run_id NOT IN ('a1')")]
    [InlineData("start_time < 100")]
    [InlineData("dataset.context = 'eval'")]
    [InlineData("dataset.name NOT IN ('iris')")]
    public void Parse_FilterThatDoesNotFit_HoldsTheRunBack(string filter) =>
        Assert.False(RunFilterParser.Parse(filter).Matches(RunSamples.Run()));

    [Theory]
    [InlineData("metrics.a > 1 OR metrics.b > 1", "Invalid clause(s) in filter string: 'OR'")]
    [InlineData("NOT metrics.a > 1", "Invalid clause(s) in filter string: 'NOT'")]
    [InlineData("(metrics.a > 1)", "Invalid clause(s) in filter string: '('")]
    [InlineData("metrics.a > 1 metrics.b > 1", "Invalid clause(s) in filter string: 'metrics.b'")]
    [InlineData("AND metrics.a > 1", "Invalid clause(s) in filter string: 'AND'")]
    [InlineData("metrics.a > 1; metrics.b > 1", "Invalid clause(s) in filter string: '; metrics.b > 1'")]
    [InlineData("metrics.a", "Invalid clause(s)")]
    [InlineData("metrics.a >", "Expected 3 tokens found 2")]
    [InlineData("metrics.a > 'x", "Invalid clause(s)")]
    [InlineData("foo.a > 1", "Invalid entity type 'foo'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']")]
    [InlineData("metrics.a = 'x'", "Expected numeric value type for metric. Found 'x'")]
    [InlineData("metrics.a IS NULL", "IS NULL / IS NOT NULL is only supported for tags and params, not for 'metric' 'a'")]
    [InlineData("status IS NOT NULL", "only supported for tags and params, not for 'attribute' 'status'")]
    [InlineData("dataset.name IS NULL", "only supported for tags and params, not for 'dataset' 'name'")]
    [InlineData("tags.a IS", "Invalid clause(s)")]
    [InlineData("tags.a IS NOT", "Invalid clause(s)")]
    [InlineData("tags.a IS 'x'", "Invalid clause(s)")]
    [InlineData("tags.a IS NULL NULL", "Invalid clause(s)")]
    [InlineData("metrics.a = NaN", "Expected numeric value type for metric. Found NaN")]
    [InlineData("start_time = 'x'", "Expected numeric value type for numeric attribute: start_time. Found 'x'")]
    [InlineData("params.a = x", "Parameter value is either not quoted or unidentified quote types used for string value x")]
    [InlineData("tags.a = 5", "Expected a quoted string value for tag")]
    [InlineData("lifecycle_stage = 'active'", "Invalid attribute key 'lifecycle_stage'")]
    [InlineData("attributes.experiment_id = '1'", "Invalid attribute key 'experiment_id'")]
    [InlineData("dataset.source = 'x'", "Invalid dataset key 'source'")]
    [InlineData("metrics.a LIKE 'x'", "Invalid comparator 'LIKE'")]
    [InlineData("params.a > 'x'", "Invalid comparator '>'")]
    [InlineData("params.a IN ('x')", "Invalid comparator 'IN'")]
    [InlineData("status IN ('RUNNING')", "Only the 'run_id' attribute supports comparison with a list")]
    [InlineData("run_id IN (1)", "While parsing a list in the query")]
    [InlineData("run_id IN 'a'", "Invalid clause(s)")]
    [InlineData("run_id IN ()", "but got empty list")]
    [InlineData("run_id IN (,)", "but got ill-formed list")]
    [InlineData("run_id IN ('a',,'b')", "but got ill-formed list")]
    [InlineData("run_id IN (", "Invalid clause(s)")]
    [InlineData("run_id IN ('a'", "Invalid clause(s)")]
    public void Parse_WrongFilter_SaysWhatIsWrong(string filter, string message)
    {
        var error = Assert.Throws<MlflowException>(() => RunFilterParser.Parse(filter));
        Assert.Equal(ErrorCode.INVALID_PARAMETER_VALUE, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status = 'RUNNING' AND start_time > 5", false)]
    [InlineData("status = 'RUNNING' AND metrics.a > 5", true)]
    [InlineData("dataset.name = 'iris'", true)]
    [InlineData("tags.team = 'Blue'", true)]
    [InlineData("tags.team = 'Blue'", false, true)]
    [InlineData("tags.team = 'Blue' AND metrics.a > 5 AND params.p IS NULL", false, true)]
    [InlineData("tags.team = 'Blue' AND dataset.name = 'iris'", true, true)]
    [InlineData("tags.long LIKE '%'", true, true)]
    public void NeedsData_Filter_TellsWhetherTheRunsItemIsEnough(string filter, bool needed, bool isSummarized = false)
    {
        var run = RunSamples.Run(tags: [new("team", "Blue"), new("long", new string('x', RunSummary.MaxText + 1))]);
        if (isSummarized) run.Run.Summary = SummaryBytes.Write([.. run.Data]);
        Assert.Equal(needed, RunFilterParser.Parse(filter).NeedsDataOf(run.Run));
    }

    [Theory]
    [InlineData("tags.team = 'Blue'", true)]
    [InlineData("tags.team = 'Red'", false)]
    [InlineData("tags.none = 'Red'", false)]
    [InlineData("metrics.loss > 100", false)]
    [InlineData("metrics.bad <= 0 AND params.lr = '0.01'", true)]
    [InlineData("dataset.name = 'none'", true)]
    public void MatchesItem_WithASummary_UsesIt(string filter, bool matches)
    {
        var run = RunSamples.Run();
        Assert.True(RunFilterParser.Parse(filter).MatchesItem(run.Run));
        run.Run.Summary = SummaryBytes.Write([.. run.Data]);
        Assert.Equal(matches, RunFilterParser.Parse(filter).MatchesItem(run.Run));
    }
}
