using AotShop.Model;
using AotShop.Steps;
using DynamoToolkit;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;

namespace AotShop;

/// <summary>An engine in a folder keeps what was written, and deletes what has expired.</summary>
internal static class Homes
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("aot-shop-");
        var kept = new Basket { Customer = Guid.NewGuid(), Total = 25m };
        var over = new Basket { Customer = Guid.NewGuid(), Total = 10m, ExpiresAt = DateTimeOffset.UtcNow.AddHours(-1) };
        using (var engine = LocalDynamo.Open(folder.FullName, new LocalDynamoOptions { ExpiryInterval = Timeout.InfiniteTimeSpan }))
        {
            var db = new DynamoClient(engine);
            await Tables.CreateAsync(db);
            (await db.BatchWriteAsync([db.Table<Basket>().Put(kept), db.Table<Basket>().Put(over)])).ThrowIfIncomplete();
            Expect.Equal(1, engine.DeleteExpired());
            await using var server = await LocalDynamoServer.StartAsync(engine, port: 0);
            Expect.Equal("http", server.Endpoint.Scheme);
            await engine.BackupAsync(Path.Combine(folder.FullName, "backup"));
        }

        await LocalDynamo.CopyFolderAsync(Path.Combine(folder.FullName, "backup"), Path.Combine(folder.FullName, "restored"));
        foreach (var home in (string[])[folder.FullName, Path.Combine(folder.FullName, "restored")])
        {
            using var engine = LocalDynamo.Open(home);
            Expect.Equal(kept, await new DynamoClient(engine).Table<Basket>().GetAsync(Basket.Key(kept.Customer)));
        }

        folder.Delete(recursive: true);
    }
}
