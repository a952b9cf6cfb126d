using System.Reflection;
using DynamoToolkit;
using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Items whose owner does not exist: what is found of them, and how they come about.</summary>
public sealed class UnseenPartsTests
{
    private static readonly ModelKey Model = new("m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each item is the only one of its owner.</summary>
    [Fact]
    public async Task EachPartOfAMissingOwner_IsFound_AndGoes()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        await store.LogAllAsync(run);
        var kept = await store.Engine.CountAllAsync("");
        var types = new List<Type>();
        var id = 100;
        string Next() => (++id).ToString("x32", null);
        string NextLogged() => "m-" + Next();
        var table = store.Table;
        await PutAsync(table.ExperimentTags, new ExperimentTagItem { ExperimentId = Next(), Name = "n", Value = "v" });
        await PutAsync(
            table.DatasetSummaries, new DatasetSummaryItem { ExperimentId = Next(), SummaryId = "s", DatasetName = "n", Digest = "d" });
        await PutAsync(table.RunTags, new RunTagItem { RunId = Next(), Name = "n", Value = "v" });
        await PutAsync(table.RunParams, new RunParamItem { RunId = Next(), Name = "n", Value = "v" });
        await PutAsync(table.LatestMetrics, new LatestMetricItem { RunId = Next(), Name = "n", Rank = "r" });
        await PutAsync(table.MetricPacks, new MetricPackItem { RunId = Next(), PackId = "p", Data = [1] });
        await PutAsync(
            table.MetricSeries, new MetricSeriesItem { RunId = Next(), Name = "n", Level = 0, From = "f", Version = 1, Data = [1] });
        await PutAsync(table.MetricPoints, new MetricPointItem { RunId = Next(), Name = "n", Timestamp = 1, Step = 1, Value = "v" });
        await PutAsync(
            table.DatasetInputs,
            new DatasetInputItem { RunId = Next(), DatasetId = "i", DatasetName = "n", Digest = "d", SourceType = "t", Source = "s" });
        await PutAsync(table.DatasetTexts, new DatasetTextItem { RunId = Next(), TextId = "i", Member = "m", Part = 1, Text = "t" });
        await PutAsync(table.ModelInputs, new ModelInputItem { RunId = Next(), ModelId = "m-1" });
        await PutAsync(table.ModelOutputs, new ModelOutputItem { RunId = Next(), ModelId = "m-1", Step = 1 });
        await PutAsync(table.ModelTags, new ModelTagItem { ModelId = Next(), Name = "n", Value = "v" });
        await PutAsync(table.ModelAliases, new ModelAliasItem { ModelId = Next(), Alias = "a", Version = 1 });
        await PutAsync(table.ModelVersionTags, new ModelVersionTagItem { ModelId = Next(), Version = 1, Name = "n", Value = "v" });
        await PutAsync(
            table.ModelVersions,
            new ModelVersionItem
            {
                ModelId = Next(),
                Version = 1,
                Source = "s",
                StorageLocation = "l",
                RunLink = "",
                Description = "",
                Stage = ModelStage.None,
            });
        await PutAsync(table.Tallies, new TallyItem { ModelId = Next(), Of = "1" });
        await PutAsync(table.Tallies, new TallyItem { ModelId = NextLogged(), Of = TallyItem.Metrics });
        await PutAsync(table.LoggedModelTags, new LoggedModelTagItem { ModelId = NextLogged(), Name = "n", Value = "v" });
        await PutAsync(table.LoggedModelParams, new LoggedModelParamItem { ModelId = NextLogged(), Name = "n", Value = "v" });
        await PutAsync(
            table.LoggedModelMetrics,
            new LoggedModelMetricItem { ModelId = NextLogged(), SeriesId = "s", Name = "n", RunId = "r", Rank = "r" });
        await PutAsync(table.Grants, GrantItem.ToManage("u", ResourceKind.Experiment, Next()));
        await PutAsync(table.Grants, GrantItem.ToManage("u", ResourceKind.Model, Next()));
        await table.RunNames.CreateAsync(new RunNameItem { RunId = Next(), ExperimentId = "0", Name = "name" }, Ct);
        types.Add(typeof(RunNameItem));

        Assert.Equal(PartTypes().Append(nameof(GrantItem)).Order(), types.Select(type => type.Name).Distinct().Order());
        Assert.Equal(types.Count, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: true, Ct));
        Assert.Equal(types.Count, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        Assert.Equal(kept, await store.Engine.CountAllAsync(""));
        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));

        async Task PutAsync<T>(DynamoTable<T> items, T item)
            where T : class, IItem<T>
        {
            await items.PutAsync(item, Ct);
            types.Add(typeof(T));
        }
    }

    /// <summary>A deletion that broke off has left what belongs to a version. Its model and the other version stay as they are.</summary>
    [Fact]
    public async Task RemainsOfAVersion_Go_AndAreNotCountedAnyMore()
    {
        using var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("m", null, [new NamedValue("t", "v")], null, Ct);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        foreach (var version in (long[])[1, 2])
        {
            await store.ModelVersions.CreateAsync(new NewModelVersion(Model, "s3://b/m", null, null, "", "", null, []), Ct);
            await store.ModelVersions.SetTagAsync(Model, version, new NamedValue("t", "v"), Ct);
            await store.Models.SetAliasAsync(Model, $"a{version}", version, Ct);
        }

        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        var before = await store.Engine.CountAsync("MODEL#" + id);
        await store.Table.ModelVersions.DeleteAsync(ModelVersionItem.Key(id, 1), Ct);
        Assert.Equal(1, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: true, Ct));
        Assert.Equal(1, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        // The version, its tag, its alias and its tally.
        Assert.Equal(before - 4, await store.Engine.CountAsync("MODEL#" + id));
        Assert.Equal(1, (await store.Table.Tallies.GetAsync(TallyItem.Key(id, TallyItem.Aliases), cancellationToken: Ct))!.Count);
        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        var left = await store.ModelVersions.GetAsync(Model, 2, Ct);
        Assert.Equal("a2", Assert.Single(left.Aliases));
        Assert.Single(left.Tags);
    }

    /// <summary>Servers of this version do not read them, of any model.</summary>
    [Fact]
    public async Task OldTallies_Go_AndTheirModelsStay()
    {
        using var store = await TestStore.StartAsync();
        var model = (await store.LoggedModels.CreateAsync(new NewLoggedModel("0", "n", null, null, [], []), Ct)).Item.ModelId;
        var before = await store.Engine.CountAllAsync("");
        await store.Table.OldTallies.PutAsync(new LoggedModelTallyItem { ModelId = model }, Ct);
        await store.Table.OldTallies.PutAsync(new LoggedModelTallyItem { ModelId = LoggedModelIds.Create() }, Ct);
        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: true, Ct));
        Assert.Equal(before + 2, await store.Engine.CountAllAsync(""));
        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        Assert.Equal(before, await store.Engine.CountAllAsync(""));
        await store.LoggedModels.GetAsync(model, Ct);
    }

    /// <summary>A request that has found its model does not write any more when the model is being removed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatIsLoggedWhileAModelIsRemoved_DoesNotStay(bool isTag)
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var model = (await store.LoggedModels.CreateAsync(new NewLoggedModel("0", "n", null, null, [], []), Ct)).Item;
        var experiments = new ExperimentPurge(store.Table, store.Parts, new RunSweep(store.Table, store.Stages));
        var purge = new LoggedModelPurge(store.Table, experiments, store.Parts, store.Artifacts);
        await store.LoggedModels.DeleteAsync(model.ModelId, Ct);
        // The last request of the removal.
        store.Before = (DynamoOperation.DeleteItem, async () =>
        {
            var e = await Assert.ThrowsAsync<TrackingException>(() => isTag
                ? new LoggedModelWrites(store.Table).SetTagsAsync(model.ModelId, [new NamedValue("t", "v")], Ct)
                : store.ModelMetrics.LogAsync(run, [new ModelPoint(model.ModelId, new MetricPoint("m", 1, 1, 1), null, null)], Ct));
            Assert.IsType<TrackingError.LoggedModelMissing>(e.Error);
        }
        );
        await purge.RemoveAsync(model, Ct);
        Assert.Null(store.Before);
        foreach (var partition in (string[])["LOGGEDMODEL#", "MODEL#"])
            Assert.Equal(0, await store.Engine.CountAsync(partition + model.ModelId));
    }

    /// <summary>
    /// The types of items that belong to something, and are not the thing itself or what says that it is to be removed. Old tallies go in
    /// any case.
    /// </summary>
    private static IEnumerable<string> PartTypes() => typeof(RunItem).Assembly.GetTypes()
        .Where(type =>
            type.GetCustomAttribute<PartitionKeyAttribute>()?.Template?.Split('#')[0] is "EXP" or "RUN" or "MODEL" or "LOGGEDMODEL"
            && type.GetCustomAttribute<SortKeyAttribute>()?.Template is not ("META" or "REMOVAL" or "TALLY")
            && type.GetCustomAttribute<ViewOfAttribute>() is null)
        .Select(type => type.Name);
}
