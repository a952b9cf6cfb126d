using System;
using System.Linq;
using Corpus.Metrics;
using DynamoToolkit;

// Deletes the metrics of runs, whose ids come from the command line.
var db = new DynamoClient();
var points = db.Table<MetricPoint>();
foreach (var run in args)
{
    var deleted = 0L;
    await foreach (var page in points.Query(MetricPoint.Partition(run)).PageSize(1000).PagesAsync())
    {
        var left = await db.BatchWriteAsync(page.Items.Select(points.Delete));
        deleted += page.Items.Count - left.Unprocessed.Count;
    }

    Console.WriteLine($"{run}: {deleted}");
}

db.Dispose();
