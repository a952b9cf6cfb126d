using DynamoToolkit.Package.Tests.Programs;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>A program with the packages is published as native code and trimmed, without one warning, and does the same.</summary>
public sealed class AheadOfTimeTests(LocalFeed feed)
{
    [Fact]
    public async Task Publish_AsNativeCode_RunsAsBefore() =>
        await PublishAsync("Native", "-p:PublishAot=true", "-p:CppCompilerAndLinker=gcc");

    [Fact]
    public async Task Publish_Trimmed_RunsAsBefore() =>
        await PublishAsync("Trimmed", "-p:PublishTrimmed=true", "--self-contained");

    private async Task PublishAsync(string name, params string[] options)
    {
        // The engine's package alone: it brings the library, and that the generator.
        var consumer = new Consumer(feed.NewFolder(name), Consumer.Package(feed, "DynamoToolkit.Local"));
        var program = PageProgram.Of("README.md").Single();
        consumer.Write("Program.cs", program.Code);

        Assert.Equal(program.Output, await consumer.PublishAndRunAsync(options));
    }
}
