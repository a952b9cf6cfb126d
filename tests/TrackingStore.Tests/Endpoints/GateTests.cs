using Microsoft.AspNetCore.Http;
using TrackingStore.Endpoints;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Endpoints;

/// <summary>Requests that name several runs or experiments.</summary>
public sealed class GateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_TakeOneQueryOfAllPermissions_AndAGetOfEach()
    {
        using var store = await TestStore.StartAsync();
        await store.Users.CreateAsync("ada", "a long password", isAdmin: false, Ct);
        var mine = await store.Experiments.CreateAsync("a", null, [], "ada", Ct);
        var closed = await store.CreateRunAsync(ExperimentIds.Default);
        string[] runs = [await store.CreateRunAsync(mine), await store.CreateRunAsync(mine), await store.CreateRunAsync(mine)];
        var (gate, context) = GateOf(store);

        Assert.Equal("3 GetItem, Query", await store.RequestsOfAsync(() => gate.RequireReadableRunsAsync(context, runs, Ct)));
        Assert.Equal("Query", await store.RequestsOfAsync(() => gate.RequireReadableAsync(context, [mine, mine], Ct)));
        await IsDeniedAsync(() => gate.RequireReadableRunsAsync(context, [.. runs, closed], Ct));
        await IsDeniedAsync(() => gate.RequireReadableAsync(context, [mine, ExperimentIds.Default], Ct));
        await IsDeniedAsync(() => gate.RequireReadableAsync(context, ["no id"], Ct));
    }

    /// <summary>The first run that is missing or not for the caller decides, as if they were read one after another.</summary>
    [Fact]
    public async Task Runs_ThatAreMissing_AreNotFound()
    {
        using var store = await TestStore.StartAsync();
        var (gate, context) = GateOf(store);
        var closed = await store.CreateRunAsync();
        foreach (var missing in (string[])["0a", "no/id", new string('x', 300)])
        {
            var error = await Assert.ThrowsAsync<TrackingException>(
                () => gate.RequireReadableRunsAsync(context, [missing, closed], Ct));
            Assert.Equal(new TrackingError.RunMissing(missing), error.Error);
            await IsDeniedAsync(() => gate.RequireReadableRunsAsync(context, [closed, missing], Ct));
        }
    }

    /// <summary>Ids of the longest texts, which do not fit into a key.</summary>
    [Fact]
    public async Task Experiment_WithAnIdThatNoneCanHave_IsDenied()
    {
        using var store = await TestStore.StartAsync();
        var (gate, _) = GateOf(store);
        var id = string.Concat(Enumerable.Repeat("\ud83d\ude00", 255));
        await IsDeniedAsync(() => gate.RequireExperimentAsync(new Caller("ada", IsAdmin: false), id, Permission.READ, Ct));
    }

    private static async Task IsDeniedAsync(Func<Task> action) =>
        Assert.Equal(ErrorCode.PERMISSION_DENIED, (await Assert.ThrowsAsync<MlflowException>(action)).Code);

    private static (Gate Gate, HttpContext Context) GateOf(TestStore store)
    {
        var context = new DefaultHttpContext();
        context.Features.Set(new Caller("ada", IsAdmin: false));
        return (new Gate(store.Grants, store.Runs, store.Models, store.LoggedModels, Permission.NO_PERMISSIONS), context);
    }
}
