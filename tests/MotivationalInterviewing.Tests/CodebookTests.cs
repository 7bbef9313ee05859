using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests;

public class CodebookTests
{
    [Fact]
    public void Misc25_ItsCounselorCodes_AreNineteenAndNotCoded()
    {
        Assert.Equal(
            ["ADP", "ADW", "AF", "CO", "DI", "EC", "FA", "FI", "GI", "QUO", "QUC", "RCP", "RCW", "RES", "REC", "RF", "SU", "ST", "WA", "NC"],
            Misc25.Codebook.Codes.Select(c => c.Abbreviation));
    }

    [Fact]
    public void Miti42_ItsBehaviorCodes_AreTen() =>
        Assert.Equal(["GI", "Persuade", "PwP", "Q", "SR", "CR", "AF", "Seek", "Emphasize", "Confront"], Miti42.Codebook.Codes.Select(c => c.Abbreviation));

    [Fact]
    public void DarnCat_ItsCodes_AreFollowNeutralAndEightKindsWithBothSigns()
    {
        Assert.Equal(17, DarnCat.Codebook.Codes.Length);
        Assert.Equal("FN", DarnCat.Codebook.Codes[0].Abbreviation);
        foreach (var kind in Enum.GetValues<ChangeTalkKind>().Where(k => k != ChangeTalkKind.None))
        {
            Assert.Equal(TalkDirection.Change, DarnCat.Of(kind, TalkDirection.Change).Direction);
            Assert.EndsWith("-", DarnCat.Of(kind, TalkDirection.Sustain).Abbreviation, StringComparison.Ordinal);
            Assert.Same(DarnCat.FollowNeutral, DarnCat.Of(kind, TalkDirection.Neutral));
        }
    }

    [Theory]
    [InlineData("OQ", "QUO")]
    [InlineData("cq", "QUC")]
    [InlineData("SR", "RES")]
    [InlineData("CR", "REC")]
    [InlineData("ADWP", "ADW")]
    [InlineData("CON", "CO")]
    [InlineData("DIR", "DI")]
    [InlineData("open-question", "QUO")]
    [InlineData("summary", "REC")]
    [InlineData("greeting", "FI")]
    [InlineData("self-disclose", "GI")]
    public void Misc25_AnAliasOfSecondaryWorkOrTheCorpora_ParsesToTheCode(string alias, string expected) =>
        Assert.Equal(expected, Misc25.Codebook.Parse(alias).Abbreviation);

    [Theory]
    [InlineData("T+", "TS+")]
    [InlineData("NE", "FN")]
    [InlineData("R\u2013", "R-")]
    [InlineData("ac+", "AC+")]
    public void DarnCat_AnAlias_ParsesToTheCode(string alias, string expected) =>
        Assert.Equal(expected, DarnCat.Codebook.Parse(alias).Abbreviation);

    [Fact]
    public void Codebook_AnUnknownCode_NamesItAndTheAllowedOnes()
    {
        var e = Assert.Throws<FormatException>(() => Oars.Codebook.Parse("Z"));
        Assert.Equal("'Z' is not a code of OARS. Allowed: O, A, R, S.", e.Message);
    }

    [Theory]
    [InlineData("RES", "SR", "R")]
    [InlineData("REC", "CR", "R")]
    [InlineData("RF", "CR", "R")]
    [InlineData("QUO", "Q", "O")]
    [InlineData("QUC", "Q", null)]
    [InlineData("AF", "AF", "A")]
    [InlineData("SU", null, null)]
    [InlineData("FA", null, null)]
    [InlineData("ST", null, null)]
    [InlineData("ADP", "PwP", null)]
    [InlineData("RCP", "PwP", null)]
    [InlineData("ADW", "Persuade", null)]
    [InlineData("RCW", "Persuade", null)]
    [InlineData("DI", "Persuade", null)]
    [InlineData("GI", "GI", null)]
    [InlineData("CO", "Confront", null)]
    [InlineData("EC", "Emphasize", null)]
    [InlineData("WA", "Confront", null)]
    public void Misc25_ItsMapping_GoesToMitiAndOars(string misc, string? miti, string? oars)
    {
        var code = Misc25.Codebook.Parse(misc);
        Assert.Equal(miti, code.Miti?.Abbreviation);
        Assert.Equal(oars, code.Oars?.Abbreviation);
    }

    [Fact]
    public void Misc25_ItsGroups_AreTheManuals()
    {
        Assert.Equal("ADP AF EC QUO RCP RES REC SU", Group(MiConsistency.Consistent));
        Assert.Equal("ADW CO DI RCW WA", Group(MiConsistency.Inconsistent));
        Assert.Equal("Persuade Confront", string.Join(' ', Miti42.Codebook.Codes.Where(c => c.Adherence == MiAdherence.NonAdherent)));
        Assert.Equal("AF Seek Emphasize", string.Join(' ', Miti42.Codebook.Codes.Where(c => c.Adherence == MiAdherence.Adherent)));

        static string Group(MiConsistency group) => string.Join(' ', Misc25.Codebook.Codes.Where(c => c.Consistency == group));
    }

    [Fact]
    public void Activation_ExportedToMisc25_IsOtherWithTheSameSign()
    {
        Assert.Equal("O+", DarnCat.ToMisc25(DarnCat.Codebook.Parse("AC+")));
        Assert.Equal("O-", DarnCat.ToMisc25(DarnCat.Codebook.Parse("AC-")));
        Assert.Equal("R+", DarnCat.ToMisc25(DarnCat.Codebook.Parse("R+")));
    }

    [Fact]
    public void Codes_Everywhere_HaveADefinitionASourceAndAUniqueId()
    {
        var codes = Codebooks.All.SelectMany(b => b.Codes).ToList();
        Assert.All(codes, c => Assert.False(string.IsNullOrWhiteSpace(c.Definition) || string.IsNullOrWhiteSpace(c.Source)));
        Assert.Equal(codes.Count, codes.Select(c => c.Id).Distinct().Count());
        Assert.All(codes, c => Assert.Same(c, Codebooks.Find(c.Id)));
    }
}
