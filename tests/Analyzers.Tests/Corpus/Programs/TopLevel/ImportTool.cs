using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Corpus.Rates;
using DynamoToolkit;
using DynamoToolkit.Schema;

// Imports a file of exchange rates: pair, day and rate in each line.
using var db = new DynamoClient(new DynamoClientOptions { Region = "eu-central-1" });
await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<ExchangeRate>()));
var rates = db.Table<ExchangeRate>();

var lines = args.Length > 0 ? File.ReadLines(args[0]) : [];
var written = 0;
foreach (var chunk in lines.Select(Parse).Chunk(500))
{
    var result = await db.BatchWriteAsync(chunk.Select(rates.Put));
    result.ThrowIfIncomplete();
    written += chunk.Length;
}

Console.WriteLine($"{written} rates written.");
await foreach (var rate in rates.Query(ExchangeRate.Partition("EURUSD")).Descending().Limit(5))
    Console.WriteLine($"{rate.Day}: {rate.Rate}");
return 0;

static ExchangeRate Parse(string line)
{
    IReadOnlyList<string> parts = line.Split(';');
    return new ExchangeRate(parts[0], DateOnly.ParseExact(parts[1], "yyyy-MM-dd")) { Rate = decimal.Parse(parts[2]), Source = "ECB" };
}
