namespace DynamoToolkit.Architecture.Tests;

/// <summary>The folders of samples/TrackingStore, as docs/tracking-store.md says.</summary>
public sealed class TrackingStoreFloorsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Availability"] = 0,
        ["Values"] = 0,
        ["Errors"] = 1,
        ["Model"] = 1,
        ["History"] = 2,
        ["Search"] = 2,
        ["Artifacts"] = 2,
        ["Artifacts/S3"] = 3,
        ["Store"] = 3,
        ["Protocol/Messages"] = 0,
        ["Protocol"] = 3,
        ["Protocol/Replies"] = 4,
        ["Protocol/GraphQl"] = 0,
        ["Protocol/Requests"] = 4,
        ["Protocol/Filters"] = 5,
        ["Endpoints"] = 6,
        ["Endpoints/Artifacts"] = 7,
        ["Endpoints/Experiments"] = 7,
        ["Endpoints/Metrics"] = 7,
        ["Endpoints/ModelVersions"] = 7,
        ["Endpoints/Permissions"] = 7,
        ["Endpoints/RegisteredModels"] = 7,
        ["Endpoints/Runs"] = 7,
        ["Endpoints/Service"] = 7,
        ["Endpoints/Users"] = 7,
        ["Endpoints/GraphQl"] = 8,
        ["Endpoints/LoggedModels"] = 8,
        ["Operations"] = 7,
        ["Pages/Layout"] = 8,
        ["Pages/Experiments"] = 9,
        ["Pages/Models"] = 9,
        ["Pages/Artifacts"] = 9,
        ["Pages/Charts"] = 9,
        ["Pages/Compare"] = 10,
        ["Pages/Run"] = 10,
        ["Pages/Runs"] = 9,
        ["Server"] = 11,
        [""] = 12,
    };

    [Fact]
    public void Folders_KnowOnlyLowerFloors() => FloorPlan.Holds(
        new SourceTree("TrackingStore", "samples/TrackingStore", [""], isWeb: true),
        Floors,
        "FromAttributeMap", // an extension member, which this compiler does not bind
        "Default"); // of a JsonSerializerContext
}
