using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs.Testing;

// example: fixture
/// <summary>A database for the tests of one class.</summary>
public sealed class Database : IAsyncLifetime
{
    public DynamoClient Client { get; } = new(LocalDynamo.InMemory());

    public async ValueTask InitializeAsync() => await Client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()));

    public ValueTask DisposeAsync()
    {
        Client.Dispose();           // disposes the engine as well
        return ValueTask.CompletedTask;
    }
}
// end
