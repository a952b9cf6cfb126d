using DynamoToolkit.Integration.Tests.Docs.Readme;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The README's first screen runs; another test compares it with the page.</summary>
public sealed class ReadmeExamples(InProcess fixture) : IClassFixture<InProcess>
{
    [Fact]
    public async Task FirstScreen_Runs()
    {
        var db = fixture.Database.Client;
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()), TestContext.Current.CancellationToken);
        Assert.Equal(["a1 is Finished"], await FirstScreen.RunAsync(db));
    }
}
