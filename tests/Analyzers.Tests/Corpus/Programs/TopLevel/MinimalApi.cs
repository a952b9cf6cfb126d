using System.Threading;
using Corpus.Catalog;
using Corpus.Views;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDynamoToolkit(builder.Configuration.GetSection("Dynamo"));
builder.Services.AddDynamoTable<Article>();
builder.Services.AddDynamoTable<Product>();
builder.Services.EnsureDynamoTables(TableDefinition.For(TableModel.Of<Article>()));

var app = builder.Build();

app.MapGet("/articles/{slug}", async (string slug, DynamoTable<Article> articles, CancellationToken cancellationToken) =>
    await articles.GetAsync(Article.Key(slug), cancellationToken: cancellationToken) is { } article
        ? Results.Ok(article)
        : Results.NotFound());

app.MapPost("/articles", async (Article article, DynamoTable<Article> articles, CancellationToken cancellationToken) =>
{
    try
    {
        await articles.CreateAsync(article, cancellationToken);
        return Results.Created($"/articles/{article.Slug}", article);
    }
    catch (Amazon.DynamoDBv2.Model.ConditionalCheckFailedException)
    {
        return Results.Conflict();
    }
});

app.MapPut("/articles/{slug}/title", async (string slug, string title, DynamoTable<Article> articles, CancellationToken ct) =>
{
    var changed = await articles.Update(Article.Key(slug)).Set(a => a.Title, title).IfExists().ReturnNew().ExecuteAsync(ct);
    return Results.Ok(changed.Item);
});

app.MapGet("/authors/{author}/articles", async (string author, string? page, DynamoTable<Article> articles, CancellationToken ct) =>
{
    var found = await articles.Query(Article.Index.ByAuthor(author))
        .Descending()
        .Limit(20)
        .As<ArticleLine>()
        .GetPageAsync(page is null ? null : PageToken.Parse(page), ct);
    return Results.Ok(new { found.Items, Next = found.Next?.ToString() });
});

app.MapDelete("/articles/{slug}", async (string slug, DynamoTable<Article> articles, CancellationToken cancellationToken) =>
{
    await articles.DeleteAsync(Article.Key(slug), cancellationToken);
    return Results.NoContent();
});

app.Run();

/// <summary>What a list shows.</summary>
[DynamoMap]
internal sealed partial record ArticleLine(string Slug, string Title);
