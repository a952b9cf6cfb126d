using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>Item types may lie in a project of their own; who uses them references only that.</summary>
public sealed class ClassLibraryTests(LocalFeed feed)
{
    [Fact]
    public async Task ItemTypes_OfALibrary_WorkInTheProgramThatReferencesIt()
    {
        var folder = feed.NewFolder("Library");
        var library = new Consumer(
            Path.Combine(folder, "Models"),
            Consumer.Package(feed, "DynamoToolkit") + Consumer.Package(feed, "DynamoToolkit.Local"),
            isLibrary: true);
        library.Write(
            "Order.cs",
            """
            using DynamoToolkit;

            namespace Models;

            [DynamoTable("orders"), PartitionKey("ORDER#{OrderId}")]
            public sealed partial class Order
            {
                public required string OrderId { get; init; }
                public decimal Total { get; set; }
            }
            """);
        var app = new Consumer(Path.Combine(folder, "App"), """<ProjectReference Include="../Models/Models.csproj" />""");
        app.Write(
            "Program.cs",
            """
            using DynamoToolkit;
            using DynamoToolkit.Local;
            using DynamoToolkit.Schema;
            using Models;

            using var db = new DynamoClient(LocalDynamo.InMemory());
            await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Order>()));
            await db.Table<Order>().Put(new Order { OrderId = "1", Total = 12.50m }).If(o => o.OrderId.NotExists()).ExecuteAsync();
            await db.Table<Order>().Update(Order.Key("1")).Add(o => o.Total, 0.25m).ExecuteAsync();
            var order = await db.Table<Order>().GetAsync(Order.Key("1"));
            Console.WriteLine($"order {order!.OrderId} costs {order.Total}");
            """);

        Assert.Equal("order 1 costs 12.75\n", await app.RunAsync());
    }
}
