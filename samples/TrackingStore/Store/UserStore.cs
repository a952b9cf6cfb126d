using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Those who can sign in, and their tokens.</summary>
/// <param name="table">The table.</param>
/// <param name="iterations">The cost of the hash of a password.</param>
internal sealed class UserStore(TrackingTable table, int iterations)
{
    private const string Ids = "users";

    // Of a password that nobody has. It takes as long to check as any other one.
    private readonly string hashOfNobody = PasswordHash.OfNobody(iterations);

    /// <summary>A user; null if there is none of the name.</summary>
    public async Task<UserItem?> FindAsync(string name, CancellationToken cancellationToken) => IsName(name)
        ? await table.Users.GetAsync(UserItem.Key(name), consistentRead: true, cancellationToken)
        : null;

    /// <summary>A user.</summary>
    public async Task<UserItem> RequireAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) ?? throw Missing(name);

    /// <summary>Adds a user.</summary>
    public async Task<UserItem> CreateAsync(string name, string password, bool isAdmin, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not null) throw new TrackingException(new UserNameTaken(name));
        var next = table.Counters.Update(CounterItem.Key(Ids)).Add(c => c.Last, 1).ReturnNew();
        var id = (await next.ExecuteAsync(cancellationToken)).Item!.Last;
        var user = new UserItem { Name = name, UserId = id, PasswordHash = PasswordHash.Create(password, iterations), IsAdmin = isAdmin };
        // What an earlier user of the name had must not be this one's: the deletion of that user may have broken off.
        await table.RemoveRestOfAsync(name, cancellationToken);
        try
        {
            await table.Users.Put(user).If(u => u.UserId.NotExists() | u.UserId == id).ExecuteAsync(cancellationToken);
            return user;
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new UserNameTaken(name));
        }
    }

    /// <summary>Gives a user another password, and ends the tokens that were made with the old one.</summary>
    public async Task ChangePasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        var update = table.Users.Update(UserItem.Key(name)).Set(u => u.PasswordHash, PasswordHash.Create(password, iterations));
        await UpdateAsync(name, update, cancellationToken);
        foreach (var token in await TokensAsync(name, cancellationToken)) await DeleteTokenAsync(name, token.TokenId, cancellationToken);
    }

    /// <summary>Makes a user an administrator, or no longer one.</summary>
    public async Task ChangeAdminAsync(string name, bool isAdmin, CancellationToken cancellationToken)
    {
        if (name == UserNames.First && !isAdmin) throw new TrackingException(new FirstUserKept(name));
        await UpdateAsync(name, table.Users.Update(UserItem.Key(name)).Set(u => u.IsAdmin, isAdmin), cancellationToken);
    }

    /// <summary>
    /// Deletes a user. Nobody can sign in as the user from then on; tokens and permissions follow. If this breaks off, what is left is
    /// removed before another user gets the name.
    /// </summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (name == UserNames.First) throw new TrackingException(new FirstUserKept(name));
        await RequireAsync(name, cancellationToken);
        await table.Users.DeleteAsync(UserItem.Key(name), cancellationToken);
        await table.RemoveRestOfAsync(name, cancellationToken);
    }

    /// <summary>Makes a token for a user. Only its digest is kept.</summary>
    /// <param name="name">The user.</param>
    /// <param name="passwordHash">
    /// The hash of the password with which the user has signed in. Whoever knows an old password must not get a token with it. Null if
    /// somebody else makes the token.
    /// </param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<AccessToken> CreateTokenAsync(string name, string? passwordHash, CancellationToken cancellationToken)
    {
        var user = await RequireAsync(name, cancellationToken);
        var (id, hash) = (user.UserId, passwordHash ?? user.PasswordHash);
        var token = AccessToken.Create(name);
        var put = table.AccessTokens.Put(new AccessTokenItem { UserName = name, TokenId = token.TokenId, Digest = token.Digest });
        var same = table.Users.Check(UserItem.Key(name)).If(u => u.UserId == id & u.PasswordHash == hash);
        try
        {
            await table.Client.TransactWriteAsync([put, same], cancellationToken);
            return token;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(same))
        {
            throw new TrackingException(new UserChanged(name));
        }
    }

    /// <summary>The hash of a user's password; one that takes as long to check if there is no user.</summary>
    public string HashOf(UserItem? user) => user?.PasswordHash ?? hashOfNobody;

    /// <summary>A token of a user; null if there is none.</summary>
    public async Task<AccessTokenItem?> FindTokenAsync(string name, string tokenId, CancellationToken cancellationToken) =>
        IsName(name) && tokenId.Length <= Limits.UserName
            ? await table.AccessTokens.GetAsync(AccessTokenItem.Key(name, tokenId), consistentRead: true, cancellationToken)
            : null;

    /// <summary>The tokens of a user.</summary>
    public Task<IReadOnlyList<AccessTokenItem>> TokensAsync(string name, CancellationToken cancellationToken) =>
        table.TokensOfAsync(name, cancellationToken);

    /// <summary>Deletes a token; nothing happens if there is none.</summary>
    public async Task DeleteTokenAsync(string name, string tokenId, CancellationToken cancellationToken)
    {
        if (!IsName(name) || tokenId.Length > Limits.UserName) return;
        await table.AccessTokens.DeleteAsync(AccessTokenItem.Key(name, tokenId), cancellationToken);
    }

    private static bool IsName(string name) => name.Length > 0 && !Limits.Exceeds(name, Limits.UserName);

    private static TrackingException Missing(string name) => new(new UserMissing(name));

    private static async Task UpdateAsync(string name, Update<UserItem> update, CancellationToken cancellationToken)
    {
        try
        {
            await update.If(u => u.UserId.Exists()).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(name);
        }
    }
}
