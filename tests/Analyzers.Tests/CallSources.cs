namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Code that breaks most rules about calls at once.</summary>
internal static class CallSources
{
    /// <summary>The item types.</summary>
    public const string Types = """
        using DynamoToolkit;

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), GlobalIndex("byStatus", "{Status}", "{Steps}#{Name}")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public string Status { get; set; } = "";
            public string? Name { get; set; }
            public long Steps { get; set; }
            public Size? Size { get; set; }
        }

        [DynamoMap]
        public sealed partial class Size
        {
            public int Width { get; set; }
        }
        """;

    /// <summary>The code.</summary>
    public const string Calls = """
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2.Model;
        using DynamoToolkit;

        public static class Use
        {
            public static async Task Of(DynamoClient db, DynamoTable<Run> runs, Run[] many, CancellationToken cancel)
            {
                var found = await runs.Scan().Where(r => r.Steps.In(1, 2)).Limit(3).FirstOrDefaultAsync();
                foreach (var one in many)
                    await runs.PutAsync(one);
                await db.BatchWriteAsync(many.Select(r => runs.Put(r)));
                await db.TransactWriteAsync([runs.Delete(Run.Key("1")).If(r => r.Steps > 1)]);
                var read = await runs.GetAsync(Run.Key("1")) ?? throw new System.Exception();
                read.Steps++;
                await runs.Put(read).ExecuteAsync(cancel);
                await runs.Update(Run.Key($"{1}")).Set(r => r.Size.Width, 1).Set(r => r.Name, "x").Add(r => r.Steps, 1).ExecuteAsync();
                var some = await runs.Query(Run.Index.ByStatus("x")).ConsistentRead().ToListAsync();
                var count = runs.Query("1").Count();
                await runs.Get("1");
                var request = new UpdateItemRequest
                {
                    TableName = "runs",
                    Key = new() { ["pk"] = new AttributeValue { N = "1" } },
                    UpdateExpression = "SET pk = :p, name = :n REMOVE #s",
                    ExpressionAttributeNames = new() { ["#s"] = "status" },
                };
            }
        }
        """;
}
