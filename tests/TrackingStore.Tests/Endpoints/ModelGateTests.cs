using Microsoft.AspNetCore.Http;
using TrackingStore.Endpoints;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Protocol.Requests;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Endpoints;

/// <summary>
/// Two models exchange their names after the gate has checked a request for one of them. The request concerns the model that was checked,
/// or none.
/// </summary>
public sealed class ModelGateTests
{
    private const string Mine = "mine";
    private const string Foreign = "foreign";
    private static readonly Caller Ada = new("ada", IsAdmin: false);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Requests { get; } =
    [
        "get", "describe", "rename", "delete", "set-tag", "delete-tag", "set-alias", "delete-alias", "get-by-alias",
        "create-version", "get-version", "location", "describe-version", "move", "delete-version", "set-version-tag", "delete-version-tag",
        "permission",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_AfterTheNamesWereExchanged_IsNotFound_AndTheOtherModelIsAsBefore(string request)
    {
        using var store = await StartAsync();
        var model = (await CheckAsync(store, Mine, Permission.MANAGE)).ModelOf(Mine);
        var before = await ItemsAsync(store);
        await ExchangeAsync(store);
        var error = await Assert.ThrowsAsync<TrackingException>(() => SendAsync(store, model, request));
        // Requests about a version miss the version, as in MLflow.
        Assert.Contains(
            error.Error, (TrackingError[])[new TrackingError.ModelMissing(Mine), new TrackingError.ModelVersionMissing(Mine, "1")]);
        await ExchangeAsync(store);
        Assert.Equal(before, await ItemsAsync(store));
    }

    /// <summary>Otherwise READ of a source would do for a version of a model that needs EDIT.</summary>
    [Fact]
    public async Task Name_ThatARequestHasTwice_IsLookedUpOnce()
    {
        using var store = await StartAsync();
        var request = RequestOf(Mine);
        var gate = GateOf(store);
        await gate.RequireModelAsync(request, Mine, Permission.MANAGE);
        await ExchangeAsync(store);
        Assert.Equal("GetItem", await store.RequestsOfAsync(() => gate.RequireModelAsync(request, Mine, Permission.MANAGE)));
        await Assert.ThrowsAsync<TrackingException>(() => store.Models.GetAsync(request.Arguments.ModelOf(Mine), Ct));
    }

    [Fact]
    public async Task Source_WhoseNameWentToAnotherModel_IsNotFound()
    {
        using var store = await StartAsync();
        var mine = new ModelKey(Mine, (await store.Models.RequireAsync(new(Mine), Ct)).ModelId);
        var source = (await CheckAsync(store, Mine, Permission.READ)).ModelOf(Mine);
        var target = await store.Models.CreateAsync("target", null, [], null, Ct);
        await ExchangeAsync(store);
        var version = new NewModelVersion(new(target.Item.Name), $"models:/{Mine}/1", (source, 1), null, "", "", null, []);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.ModelVersions.CreateAsync(version, Ct));
        Assert.IsType<TrackingError.ModelSourceMissing>(error.Error);
        Assert.Equal(mine, source);
    }

    /// <summary>Only what decides about permissions may look a name up that a caller sent.</summary>
    [Fact]
    public void Endpoints_TakeTheModelThatWasChecked()
    {
        var folder = Path.Combine(Structure.EndpointNameTests.SampleFolder(), "Endpoints");
        var users = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("RequiredModelName()", StringComparison.Ordinal));
        // The file of a version decides about its own permissions. Those that delete or rename look only whether the change of an earlier
        // request, for which the permission was checked, is there.
        Assert.Equal(
            [
                "Access.cs", "CreateModelVersion.cs", "DeleteModelVersion.cs", "DeleteRegisteredModel.cs", "GetModelVersionArtifact.cs",
                "RenameRegisteredModel.cs",
            ],
            users.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    private static async Task SendAsync(TestStore store, ModelKey model, string request)
    {
        var (models, versions, tag) = (store.Models, store.ModelVersions, new NamedValue("k", "v"));
        await (request switch
        {
            "get" => models.GetAsync(model, Ct),
            "describe" => models.DescribeAsync(model, "d", Ct),
            "rename" => models.RenameAsync(model, "x", Ct),
            "delete" => models.DeleteAsync(model, Ct),
            "set-tag" => models.SetTagAsync(model, tag, Ct),
            "delete-tag" => models.DeleteTagAsync(model, "t", Ct),
            "set-alias" => models.SetAliasAsync(model, "a", 1, Ct),
            "delete-alias" => models.DeleteAliasAsync(model, "best", Ct),
            "get-by-alias" => versions.GetByAliasAsync(model, "best", Ct),
            "create-version" => versions.CreateAsync(new NewModelVersion(model, "s3://b", null, null, "", "", null, []), Ct),
            "get-version" => versions.GetAsync(model, 1, Ct),
            "location" => versions.RequireAsync(model, 1, Ct),
            "describe-version" => versions.DescribeAsync(model, 1, "d", Ct),
            "move" => versions.MoveAsync(model, 1, ModelStage.Staging, archivesOthers: true, Ct),
            "delete-version" => versions.DeleteAsync(model, 1, Ct),
            "set-version-tag" => versions.SetTagAsync(model, 1, tag, Ct),
            "delete-version-tag" => versions.DeleteTagAsync(model, 1, "t", Ct),
            _ => (Task)models.RequireAsync(model, Ct),
        });
    }

    /// <summary>Two models with a version, an alias and tags; Ada may do everything with the first one.</summary>
    private static async Task<TestStore> StartAsync()
    {
        var store = await TestStore.StartAsync();
        await store.Users.CreateAsync(Ada.Name, "a long password", isAdmin: false, Ct);
        foreach (var (name, owner) in ((string, string?)[])[(Mine, Ada.Name), (Foreign, null)])
        {
            await store.Models.CreateAsync(name, null, [new NamedValue("t", "1")], owner, Ct);
            await store.ModelVersions.CreateAsync(
                new NewModelVersion(new(name), "s3://b", null, null, "", "", null, [new NamedValue("t", "1")]), Ct);
            await store.Models.SetAliasAsync(new(name), "best", 1, Ct);
        }

        return store;
    }

    private static async Task<Arguments> CheckAsync(TestStore store, string name, Permission needed)
    {
        var request = RequestOf(name);
        await GateOf(store).RequireModelAsync(request, name, needed);
        return request.Arguments;
    }

    private static AccessRequest RequestOf(string name)
    {
        var context = new DefaultHttpContext { Request = { QueryString = new QueryString("?name=" + name) } };
        return new AccessRequest(Ada, RequestReader.OfQuery(context.Request), context);
    }

    private static Gate GateOf(TestStore store) =>
        new(store.Grants, store.Runs, store.Models, store.LoggedModels, Permission.NO_PERMISSIONS);

    private static async Task ExchangeAsync(TestStore store)
    {
        await store.Models.RenameAsync(new(Mine), "between", Ct);
        await store.Models.RenameAsync(new(Foreign), Mine, Ct);
        await store.Models.RenameAsync(new("between"), Foreign, Ct);
    }

    /// <summary>All that there is of both models.</summary>
    private static async Task<string> ItemsAsync(TestStore store)
    {
        var shown = new List<string>();
        foreach (var name in (string[])[Mine, Foreign])
        {
            var model = await store.Models.GetAsync(new(name), Ct);
            var version = model.LatestVersions.Single();
            shown.Add($"{name} {model.Item.ModelId} {model.Item.Description} {string.Join(' ', model.Tags)} "
                + $"{string.Join(' ', model.Aliases.Select(alias => $"{alias.Alias}={alias.Version}"))} "
                + $"{version.Item.Version} {version.Item.Stage} {version.Item.Description} {string.Join(' ', version.Tags)}");
        }

        return string.Join('\n', shown);
    }
}
