using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>A debugger finds the sources of what is packed, and nothing names the machine that packed it.</summary>
public sealed class SymbolTests(LocalFeed feed)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Theory]
    [InlineData("DynamoToolkit")]
    [InlineData("DynamoToolkit.Local")]
    public void Symbols_BelongToTheAssemblyAndLinkToItsSources(string id)
    {
        using var assembly = new PEReader(new MemoryStream(Read(id, "nupkg", $"lib/net10.0/{id}.dll")));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(id, "snupkg", $"lib/net10.0/{id}.pdb")));
        var symbols = provider.GetMetadataReader();

        var entry = assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView);
        Assert.Equal(assembly.ReadCodeViewDebugDirectoryData(entry).Guid, new BlobContentId(symbols.DebugMetadataHeader!.Id).Guid);

        var links = symbols.CustomDebugInformation
            .Select(symbols.GetCustomDebugInformation)
            .Single(information => symbols.GetGuid(information.Kind) == SourceLink);
        Assert.Matches(
            """^\{"documents":\{"/_/\*":"https://raw.githubusercontent.com/DynamoToolkit/DynamoToolkit/[0-9a-f]{40}/\*"\}\}$""",
            Encoding.UTF8.GetString(symbols.GetBlobBytes(links.Value)));
        Assert.All(symbols.Documents, document => Assert.StartsWith("/_/", symbols.GetString(symbols.GetDocument(document).Name)));
    }

    [Fact]
    public void Packages_NameNoFolderOfThisMachine()
    {
        var folder = Encoding.UTF8.GetBytes(Repository.Root);
        foreach (var path in Directory.EnumerateFiles(feed.Folder))
        {
            using var package = ZipFile.OpenRead(path);
            Assert.All(package.Entries, entry => Assert.Equal(-1, Read(entry).AsSpan().IndexOf(folder)));
        }
    }

    private byte[] Read(string id, string extension, string path)
    {
        using var package = ZipFile.OpenRead(feed.PathOf(id, extension));
        return Read(package.GetEntry(path)!);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
