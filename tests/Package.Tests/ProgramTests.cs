using DynamoToolkit.Package.Tests.Programs;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>What the first pages show works for somebody who has nothing but the packages.</summary>
public sealed class ProgramTests(LocalFeed feed)
{
    private const string Readme = "README.md";

    public static TheoryData<string> PagesWithPrograms =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .Prepend(Readme)
            .Where(static page => PageProgram.MarkedIn(page) > 0)];

    [Theory]
    [MemberData(nameof(PagesWithPrograms))]
    public async Task Program_InAnEmptyProject_PrintsWhatThePageSays(string page)
    {
        var programs = PageProgram.Of(page);
        Assert.Equal(PageProgram.MarkedIn(page), programs.Count);
        for (var i = 0; i < programs.Count; i++)
        {
            var folder = feed.NewFolder($"{Path.GetFileNameWithoutExtension(page)}{i}");
            var consumer = new Consumer(folder, Consumer.Package(feed, "DynamoToolkit") + Consumer.Package(feed, "DynamoToolkit.Local"));
            consumer.Write("Program.cs", programs[i].Code);

            Assert.Equal(programs[i].Output, await consumer.RunAsync());
        }
    }

    [Fact]
    public void Readme_ShowsOneProgramThatFitsOnAScreen_AndNoOtherCode()
    {
        var program = Assert.Single(PageProgram.Of(Readme));

        Assert.InRange(program.Code.Count(static c => c == '\n'), 1, 40);
        Assert.Equal(2, Repository.Read(Readme).Split("```csharp\n").Length);
    }
}
