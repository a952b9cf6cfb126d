using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.TenantUsers;
using DynamoToolkit;

namespace Corpus.Programs.UserAccounts;

public enum SignUp
{
    Done,
    EmailTaken,
    HandleTaken,
}

/// <summary>Users with unique mail addresses.</summary>
public sealed class UserAccounts(DynamoTable<User> users)
{
    public async Task<SignUp> SignUpAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            await users.Put(user).IfNotExists().ExecuteAsync(cancellationToken);
            return SignUp.Done;
        }
        catch (UniqueValueTakenException taken)
        {
            var isEmail = taken.Values[0].ToString().StartsWith(nameof(User.Email), StringComparison.Ordinal);
            return isEmail ? SignUp.EmailTaken : SignUp.HandleTaken;
        }
    }

    public async Task<User?> SignInAsync(string email, CancellationToken cancellationToken)
    {
        var user = await users.GetByUniqueAsync(User.Unique.Email(email), cancellationToken);
        if (user is not null)
        {
            await users.Update(User.Key(user.WorkspaceId, user.UserId))
                .Set(u => u.LastSeen, DateTimeOffset.UtcNow)
                .IfExists()
                .ExecuteAsync(cancellationToken);
        }

        return user;
    }

    public Task<User> RenameAsync(string workspace, Guid user, string? handle, CancellationToken cancellationToken) =>
        users.ChangeAsync(User.Key(workspace, user), one => one with { Handle = handle }, cancellationToken)!;
}
