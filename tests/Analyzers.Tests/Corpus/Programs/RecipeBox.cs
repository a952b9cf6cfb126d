using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Recipes;
using DynamoToolkit;

namespace Corpus.Programs.RecipeBox;

/// <summary>Keeps recipes, and finds them by fragments of their titles.</summary>
public sealed class RecipeBox(DynamoClient db, DynamoTable<Recipe> recipes, DynamoTable<Note> notes)
{
    public Task AddAsync(Recipe recipe, CancellationToken cancellationToken) => recipes.CreateAsync(recipe, cancellationToken);

    public async Task<IReadOnlyList<Recipe>> FindAsync(string kitchen, string fragment, CancellationToken cancellationToken)
    {
        var search = recipes.Search(Recipe.Trigrams.Title(kitchen)).Containing(fragment).IgnoreCase().Limit(20);
        var page = await search.GetPageAsync(cancellationToken: cancellationToken);
        return page.Items;
    }

    public Task<Recipe?> RenameAsync(string kitchen, Guid id, string title, CancellationToken cancellationToken) =>
        recipes.ChangeAsync(Recipe.Key(kitchen, id), one => one with { Title = title }, cancellationToken);

    public Task ScaleAsync(string kitchen, Guid id, int servings, CancellationToken cancellationToken) =>
        recipes.Update(Recipe.Key(kitchen, id)).Set(r => r.Servings, servings).IfExists().ExecuteAsync(cancellationToken);

    public Task RemoveAsync(string kitchen, Guid id, CancellationToken cancellationToken) =>
        recipes.RemoveAsync(Recipe.Key(kitchen, id), cancellationToken);

    public Task WriteAsync(Note note, CancellationToken cancellationToken) => notes.PutAsync(note, cancellationToken);

    public Task CorrectAsync(Guid id, string text, CancellationToken cancellationToken) =>
        notes.Update(Note.Key(id)).Set(n => n.Text, text).IfExists().ExecuteAsync(cancellationToken);

    public Task ReplaceAsync(Recipe old, Recipe next, CancellationToken cancellationToken) =>
        db.TransactWriteAsync([recipes.Delete(old), recipes.Put(next).IfNotExists()], cancellationToken);
}
