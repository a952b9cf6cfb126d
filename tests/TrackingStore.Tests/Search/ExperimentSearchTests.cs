using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Filters;

namespace TrackingStore.Tests.Search;

public sealed class ExperimentSearchTests
{
    [Theory]
    [InlineData("name = 'Ads'")]
    [InlineData("attribute.name LIKE 'A%' AND name != 'ads'")]
    [InlineData("name ilike 'aDS'")]
    [InlineData("creation_time >= 5 AND last_update_time < 10")]
    [InlineData("tags.team = 'x' AND tag.`team` LIKE '_'")]
    public void Matches_FilterThatFits_LetsTheExperimentPass(string filter) =>
        Assert.True(ExperimentFilterParser.Parse(filter).Matches(Experiment("1", "Ads", 5)));

    [Theory]
    [InlineData("name = 'ads'")]
    [InlineData("creation_time > 5")]
    [InlineData("tags.other != 'x'")]
    public void Matches_FilterThatDoesNotFit_HoldsItBack(string filter) =>
        Assert.False(ExperimentFilterParser.Parse(filter).Matches(Experiment("1", "Ads", 5)));

    [Theory]
    [InlineData("metrics.a > 1")]
    [InlineData("attributes.name = 'x'")]
    [InlineData("experiment_id = '1'")]
    [InlineData("lifecycle_stage = 'active'")]
    [InlineData("name IN ('a')")]
    [InlineData("name > 'a'")]
    [InlineData("name = a")]
    [InlineData("creation_time = '5'")]
    public void Parse_WrongFilter_IsRefused(string filter) =>
        Assert.Equal(400, Assert.Throws<MlflowException>(() => ExperimentFilterParser.Parse(filter)).Status);

    [Theory]
    [InlineData("", "12,2,9,10")]
    [InlineData("name", "10,2,12,9")]
    [InlineData("name DESC", "9,12,2,10")]
    [InlineData("attribute.creation_time ASC", "10,9,2,12")]
    [InlineData("experiment_id", "2,9,10,12")]
    public void Order_ById_IsNumericAndTiesGoAsMlflowDoes(string orderBy, string expected)
    {
        TaggedExperiment[] experiments =
            [Experiment("9", "c", 1), Experiment("10", "a", 1), Experiment("2", "b", 3), Experiment("12", "b2", 5)];
        var order = ExperimentOrderParser.Parse(orderBy.Length == 0 ? [] : [orderBy]);
        var sorted = experiments.Select(e => e.Experiment).Order(order).Select(e => e.ExperimentId);
        Assert.Equal(expected, string.Join(',', sorted));
    }

    [Theory]
    [InlineData("tags.x")]
    [InlineData("lifecycle_stage")]
    [InlineData("name UP")]
    public void Order_WrongEntry_IsRefused(string entry) =>
        Assert.Equal(400, Assert.Throws<MlflowException>(() => ExperimentOrderParser.Parse([entry])).Status);

    private static TaggedExperiment Experiment(string id, string name, long created)
    {
        var experiment = new ExperimentItem
        {
            ExperimentId = id,
            Name = name,
            ArtifactLocation = "mlflow-artifacts:/" + id,
            Lifecycle = LifecycleStage.Active,
            CreationTime = DateTimeOffset.FromUnixTimeMilliseconds(created),
            LastUpdateTime = DateTimeOffset.FromUnixTimeMilliseconds(created),
        };
        return new TaggedExperiment(experiment, [new ExperimentTagItem { ExperimentId = id, Name = "team", Value = "x" }]);
    }
}
