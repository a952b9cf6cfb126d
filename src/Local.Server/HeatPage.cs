namespace DynamoToolkit.Local.Server;

/// <summary>The answer to <c>GET /_heat</c>.</summary>
/// <param name="Resources">The tables and global indexes.</param>
/// <param name="HottestKeys">Their hottest partition keys.</param>
internal sealed record HeatPage(IReadOnlyList<ResourceHeat> Resources, IReadOnlyList<HotKey> HottestKeys);
