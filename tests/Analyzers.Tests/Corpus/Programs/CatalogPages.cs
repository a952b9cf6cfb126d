using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Catalog;
using DynamoToolkit;

namespace Corpus.Programs.CatalogPages;

public sealed record ProductPage(IReadOnlyList<ProductCard> Cards, string? Next, string? Previous);

[DynamoMap]
public sealed partial record ProductCard(string Sku, string Name, decimal Price, double Rating);

/// <summary>Pages of a category, forward and back, by tokens in links.</summary>
public sealed class CatalogPages(DynamoTable<Product> products)
{
    private const int CardsPerPage = 24;

    public async Task<ProductPage> ReadAsync(string category, string? token, CancellationToken cancellationToken)
    {
        var at = token is null ? null : PageToken.Parse(token);
        var page = await products.Query(Product.Index.ByCategory(category))
            .Limit(CardsPerPage)
            .As<ProductCard>()
            .GetPageAsync(at, cancellationToken);
        return new ProductPage(page.Items, page.Next?.ToString(), page.Previous?.ToString());
    }

    /// <summary>Those that begin with a text, as a suggestion while somebody types.</summary>
    public async Task<List<string>> SuggestAsync(string category, string prefix, CancellationToken cancellationToken)
    {
        var found = await products.Query(Product.Index.ByCategory(category), Product.Index.ByCategorySortKey.StartsWith(prefix))
            .Limit(8)
            .As<ProductCard>()
            .ToListAsync(cancellationToken);
        return [.. found.Select(card => card.Name)];
    }

    public async Task SetPriceAsync(string sku, decimal price, CancellationToken cancellationToken) =>
        await products.Update(Product.Key(sku))
            .Set(p => p.Price, price)
            .IfExists()
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);

    public async Task TagAsync(string sku, IEnumerable<string> tags, CancellationToken cancellationToken) =>
        await products.Update(Product.Key(sku)).Add(p => p.Tags, tags).IfExists().ExecuteAsync(cancellationToken);
}
