using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using DynamoToolkit;

namespace Corpus.Catalog;

/// <summary>A product with its own table, and an index by category whose keys are spread over shards.</summary>
[DynamoTable("catalog-products")]
[GlobalIndex("byCategory", "CATEGORY#{Category}", "{Name}", Include = [nameof(Price), nameof(Rating)])]
[WriteSharded(4, Index = "byCategory")]
[GlobalIndex("byBarcode", "{Barcode}", Projection = IndexProjection.KeysOnly)]
public sealed partial class Product
{
    [PartitionKey]
    public required string Sku { get; init; }

    [StringLength(200)]
    public required string Name { get; set; }

    public required string Category { get; set; }

    [StringLength(14)]
    public string? Barcode { get; set; }

    public decimal Price { get; set; }

    public double Rating { get; set; }

    [StringLength(4000)]
    public string? Description { get; set; }

    public HashSet<string> Tags { get; set; } = [];

    public List<Variant> Variants { get; set; } = [];
}

[DynamoMap]
public sealed partial record Variant(string Color, string Size)
{
    public decimal? Surcharge { get; init; }

    public Uri? Picture { get; init; }
}
