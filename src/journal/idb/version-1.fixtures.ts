/**
 * What the first version of the store writes, as it is on the disk: a draft and a create of unknown
 * end, of patient 9990123454, sealed for user 555032000100 of B81046. Never written anew: a later
 * version has to read just this. `iv` and `bytes` are base64.
 */
export const VERSION_1 = {
  storageKey: 'key of 555032000100.............',
  drafts: {
    name: '1e1575474c328390429e006843af967dbb3d50290544676f089114e48475b4d1',
    group: 'cc42ca8f54b51e1afec3005ceffe149d6973b69577f816a8254aa615050ba4a6',
    keepUntil: '2026-10-25T08:40:00.000Z',
    iv: 'nRHqiSf8YBknqQHY',
    bytes: [
      'aJ7ht8XvrfPZQrzMDUGXkEWtr/Qxy0L8DAlrY15T8iom5CNG19KqRgjSBl42DUfiAM/Z9Zkxoyt1Ieg+rGa9',
      'dskNsDepAk1DFQJL8O07owVp0GFaqADElFmBogFuYMI2JP9gXBRM0jCoQW7x2CGVL2lrYaDpt2r7mmtMFK8/',
      '6R8rIKJJf4t4FGyWEqD5uUD2LWxosMSQcr1WMi++/cZENT6b',
    ].join(''),
  },
  intents: {
    name: '794d8e99113e6bf4834ff5ea85da442a50c358346bc3726a3caa4d635df171f9',
    group: 'cc42ca8f54b51e1afec3005ceffe149d6973b69577f816a8254aa615050ba4a6',
    keepUntil: '2026-11-21T08:40:00.000Z',
    iv: 'jYPcxAaxiXFh/B5l',
    bytes: [
      'iwCCarJobpfkkJVj96IlgMOXqrw36Bb9c16Xj04SNsX1XGVbuRn77pDhrSBAp3BUOyITnOaxjzJJja8CdIF+',
      'SmZDEV2NbZUqK5ydeZH/6dFAi3f+11IfTSwHZyYT6yZ5UHEJZ4mDPPz7f/1d7KSW8huq+6jLHld9GUgh+cYW',
      'LpY/zE1Pde3HbBiQzEf3O7Ta9p7+2qGli94ojAwIFpxgRagLL+DiLjFGwD6VJpM8FLia87JQtkygQNoUP7/q',
      'p3kxFU0No5DtO4hmNJ3eCqRVBcrdT4bAoyonevee0ioXRDiKa240afI2LQaHzISSzHWeqIe+X+g8rMN9BnvV',
      'ije9m/3XAlx/RKXQgX6d+d9W8GVs66AxorLgSuX7qLVqQ8LyiwFqmJ2npGPUr3JF9ux3dtRx+uBSj+5pZCye',
      'M5D74VE9E9bRaVmG1EuohF6tzeUZjtoxMrcB9DvuTCpbC6XLfQ==',
    ].join(''),
  },
} as const;
