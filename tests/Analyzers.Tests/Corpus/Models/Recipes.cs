using System;
using DynamoToolkit;

namespace Corpus.Recipes;

/// <summary>A recipe, found by any part of its title within a kitchen.</summary>
[DynamoTable("recipes")]
[PartitionKey("KITCHEN#{Kitchen}"), SortKey("RECIPE#{RecipeId}")]
public sealed partial record Recipe
{
    public required string Kitchen { get; init; }

    public required Guid RecipeId { get; init; }

    [TrigramIndexed(Scope = [nameof(Kitchen)])]
    public required string Title { get; init; }

    [TrigramIndexed(Name = "recipes-by-source")]
    public string? Source { get; init; }

    public int Servings { get; init; }

    [TimeToLive]
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A note of a cook, whose text a worker indexes.</summary>
[DynamoTable("recipes")]
[PartitionKey("NOTE#{NoteId}"), SortKey("NOTE")]
public sealed partial class Note
{
    public required Guid NoteId { get; init; }

    [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
    public string Text { get; set; } = "";
}
