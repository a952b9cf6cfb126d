using System.Text;
using DynamoToolkit.Borders;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>The writer that makes version 0 from the bytes of a version.</summary>
public sealed class CopyWriterTests
{
    private static readonly Formula Item = new()
    {
        Name = "orders \"x\"",
        Version = 12,
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, default),
        CreatedBy = "ann",
        Owner = "team",
        Text = "{\"version\":{\"N\":\"12\"}}",
        Dimensions = ["a", "b"],
    };

    [Fact]
    public void Copy_HasVersion0_AndWhatOnlyItHas()
    {
        var (version, copy) = Write(Item);
        var own = ",\"latestVersion\":{\"N\":\"12\"},\"byOwner_pk\":{\"S\":\"OWNER#team\"},"
            + "\"createdAt\":{\"S\":\"2026-01-02T03:04:05.0000000Z\"},\"createdBy\":{\"S\":\"ann\"}}";
        const string Keys = "\"version\":{\"N\":\"12\"},\"byChange_pk\":{\"S\":\"CHANGED\"}";
        var expected = version.Replace(Keys, "\"version\":{\"N\":\"0\"}", StringComparison.Ordinal)[..^1] + own;
        Assert.Contains("byChange_pk", version, StringComparison.Ordinal);
        Assert.DoesNotContain("createdAt", version, StringComparison.Ordinal);
        Assert.Equal(expected, copy);
    }

    [Fact]
    public void Copy_OfATextKey_HasTheFormOf0()
    {
        var page = DynamoJson.Deserialize<WikiPage>(
            """{"pk":{"S":"SITE#s"},"sk":{"S":"PAGE#a\"%231#V10000000000000000007."},"title":{"S":"t"},"firstTitle":{"S":"f"}}""");
        var (version, copy) = Write(page);
        Assert.StartsWith("""{"pk":{"S":"SITE#s"},"sk":{"S":"PAGE#a\"%231#V10000000000000000007."},""", version, StringComparison.Ordinal);
        Assert.Contains("\"version\":{\"N\":\"7\"}", version, StringComparison.Ordinal);
        Assert.Equal(
            version[..^1].Replace("#V10000000000000000007.", "#V10000000000000000000.", StringComparison.Ordinal)
                + ""","latest":{"N":"7"},"firstTitle":{"S":"f"}}""",
            copy);
    }

    [Fact]
    public void Copy_AllocatesNothing()
    {
        Assert.Equal(0, Allocated(Item));
        Assert.Equal(0, Allocated(new WikiPage { Site = "s", Path = "p", Title = "t", FirstTitle = "f" }));
        Assert.Equal(0, Allocated<Card>(new TextCard { Id = "1", Text = "t", Origin = "web" }));
    }

    private static long Allocated<T>(T item)
        where T : class, IVersionedItem<T>
    {
        using var version = WireBuffer.Rent();
        var writer = new ItemWriter(version);
        T.WriteMap(ref writer, in item);
        writer.Flush();
        using var copy = WireBuffer.Rent();
        var least = long.MaxValue;

        // The first rounds compile the code, and a collection for another test may empty the pools in any.
        for (var round = 0; round < 100; round++)
        {
            copy.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var copying = new ItemWriter(copy);
            T.WriteLatest(ref copying, version.WrittenSpan, in item);
            copying.Flush();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static (string Version, string Copy) Write<T>(T item)
        where T : class, IVersionedItem<T>
    {
        using var version = WireBuffer.Rent();
        var writer = new ItemWriter(version);
        T.WriteMap(ref writer, in item);
        writer.Flush();
        using var copy = WireBuffer.Rent();
        var copying = new ItemWriter(copy);
        T.WriteLatest(ref copying, version.WrittenSpan, in item);
        copying.Flush();
        return (Encoding.UTF8.GetString(version.WrittenSpan), Encoding.UTF8.GetString(copy.WrittenSpan));
    }
}
