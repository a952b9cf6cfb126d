namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>One database for the tests of a class. Tests keep out of each other's way by keys of their own.</summary>
public abstract class DatabaseFixture(Door door) : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.StartAsync(door);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
