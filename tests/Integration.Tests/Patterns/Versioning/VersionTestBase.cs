using System.Text;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>The tables of types whose versions are kept.</summary>
public abstract class VersionTestBase : PatternTests
{
    protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected static readonly ItemHistory<Formula> Orders = Formula.History("orders");

    private protected VersionTestBase()
    {
    }

    protected DynamoTable<Formula> Formulas => Db.Table<Formula>();

    protected DynamoTable<WikiPage> Pages => Db.Table<WikiPage>();

    protected DynamoTable<Card> Cards => Db.Table<Card>();

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<WikiPage>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Card>()), Ct);
    }

    /// <summary>Saves versions 1 to a number, one minute after another.</summary>
    protected async Task<Formula> SavedAsync(int versions, string name = "orders")
    {
        var formula = new Formula { Name = name, Text = "v0" };
        for (var version = 1; version <= versions; version++)
        {
            formula = await Formulas.SaveVersionAsync(formula with { Text = $"v{version}" }, by: $"author {version}", Ct);
            Clock.Advance(Minute);
        }

        return formula;
    }

    /// <summary>All items of a table as they are stored, in the order of their sort keys.</summary>
    protected async Task<List<string>> StoredItemsAsync(string table)
    {
        using var body = Wire.WireBuffer.Rent();
        body.Write(Encoding.UTF8.GetBytes($$"""{"TableName":"{{table}}"}"""));
        using var response = await Engine.SendAsync(new DynamoRequest(DynamoOperation.Scan, body.WrittenMemory, table), Ct);
        var json = System.Text.Json.JsonDocument.Parse(response.WrittenMemory);
        return [.. json.RootElement.GetProperty("Items").EnumerateArray().Select(static item => item.GetRawText())];
    }
}
