using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>Tests that share one server with S3's API.</summary>
[CollectionDefinition(Name)]
public sealed class S3Collection : ICollectionFixture<RadosGateway>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "S3";
}
