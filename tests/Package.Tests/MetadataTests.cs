using System.IO.Compression;
using System.Xml.Linq;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>What the packages say of themselves.</summary>
public sealed class MetadataTests(LocalFeed feed)
{
    private const string Home = "https://github.com/DynamoToolkit/DynamoToolkit";

    public static TheoryData<string> Ids => [.. LocalFeed.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_SaysWhatItIsAndWhereItComesFrom(string id)
    {
        var metadata = MetadataOf(id);
        Assert.Equal(id, Value(metadata, "id"));
        Assert.Equal(feed.Version, Value(metadata, "version"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("PACKAGE.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Equal(Home, Value(metadata, "projectUrl"));
        Assert.Contains("dynamodb", Value(metadata, "tags").Split(' '));
        Assert.NotEmpty(Value(metadata, "description"));
        Assert.Equal(Home, Child(metadata, "repository").Attribute("url")!.Value);
        Assert.Matches("^[0-9a-f]{40}$", Child(metadata, "repository").Attribute("commit")!.Value);
    }

    /// <summary>The engine's package passes the generator on; the library's asks for nothing that only its build needs.</summary>
    [Fact]
    public void Dependencies_AreThoseOfTheLibraries()
    {
        Assert.Equal(
            [
                "AWSSDK.Core",
                "AWSSDK.DynamoDBv2",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "System.IO.Hashing",
            ],
            DependenciesOf("DynamoToolkit").Select(static dependency => dependency.Attribute("id")!.Value));

        var library = Assert.Single(DependenciesOf("DynamoToolkit.Local"));
        Assert.Equal("DynamoToolkit", library.Attribute("id")!.Value);
        Assert.Equal(feed.Version, library.Attribute("version")!.Value);
        Assert.Equal("All", library.Attribute("include")!.Value);
    }

    private IEnumerable<XElement> DependenciesOf(string id) =>
        Child(MetadataOf(id), "dependencies").Descendants().Where(static element => element.Name.LocalName == "dependency");

    private XElement MetadataOf(string id)
    {
        using var package = ZipFile.OpenRead(feed.PathOf(id, "nupkg"));
        using var specification = package.GetEntry($"{id}.nuspec")!.Open();
        return Child(XDocument.Load(specification).Root!, "metadata");
    }

    private static string Value(XElement parent, string name) => Child(parent, name).Value;

    private static XElement Child(XElement parent, string name) =>
        Assert.Single(parent.Elements(), element => element.Name.LocalName == name);
}
