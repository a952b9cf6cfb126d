namespace DynamoToolkit.Architecture.Tests;

/// <summary>The folders of samples/MetricCatalogue, as docs/metric-catalogue.md says.</summary>
public sealed class MetricCatalogueFloorsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Errors"] = 0,
        ["Model"] = 0,
        ["Rules"] = 1,
        ["Text"] = 1,
        ["Store"] = 2,
        ["Commands"] = 3,
        ["Demo"] = 3,
        [""] = 4,
    };

    [Fact]
    public void Folders_KnowOnlyLowerFloors() =>
        FloorPlan.Holds(new SourceTree("MetricCatalogue", "samples/MetricCatalogue", [""]), Floors);
}
