using System.Runtime.CompilerServices;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Store;

namespace TrackingStore.Tests.Store;

/// <summary>What a search of versions keeps in memory.</summary>
public sealed class VersionScanTests
{
    [Fact]
    public void VersionThatDoesNotMatch_GivesBackItsPart_OnceItsTagsAreRead()
    {
        var scan = Start(versions: 2, allowance: 60);
        scan.Add(TagOf(1, "no" + new string('x', 40)));
        scan.Add(TagOf(2, "yes" + new string('x', 40)));
        var found = Assert.Single(scan.Find());
        Assert.Equal(2, found.Version.Item.Version);
        Assert.True(found.IsWhole);
    }

    [Fact]
    public void TagThatTheFilterAsksFor_IsNotKept_OnceTheVersionHasPassed()
    {
        var scan = Start(versions: 2, allowance: 10);
        var first = AddTag(scan, 1);
        AddTag(scan, 2);
        GC.Collect();
        Assert.False(first.TryGetTarget(out _));
        Assert.Equal(2, scan.Find().Count(found => !found.IsWhole));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<string> AddTag(VersionScan scan, long version)
    {
        var value = "yes" + new string('x', 100_000);
        scan.Add(TagOf(version, value));
        return new WeakReference<string>(value);
    }

    private static VersionScan Start(int versions, long allowance)
    {
        var scan = new VersionScan(VersionFilterParser.Parse("tags.k LIKE 'yes%'"), new Allowance(allowance));
        scan.Add(new RegisteredModelItem { ModelId = "id", Name = "m" });
        for (var i = 1; i <= versions; i++)
        {
            scan.Add(new ModelVersionItem
            {
                ModelId = "id",
                Version = i,
                Source = "s",
                StorageLocation = "",
                RunLink = "",
                Description = "",
                Stage = ModelStage.None,
            });
        }

        return scan;
    }

    private static ModelVersionTagItem TagOf(long version, string value) =>
        new() { ModelId = "id", Version = version, Name = "k", Value = value };
}
